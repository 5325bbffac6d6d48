package io.github.smc4j.jdbc;

import java.io.IOException;
import java.net.Socket;

/** Tells {@link RecordedSockets} of the sockets that it makes. */
public final class RecordingMariaDbSocketFactory extends SmcMariaDbSocketFactory {
  @Override
  public Socket createSocket() throws IOException {
    return RecordedSockets.record(super.createSocket());
  }
}
