package io.github.smc4j.jdbc;

import io.github.smc4j.SmcSocketFactory;
import java.net.Socket;
import java.util.Properties;

/** The factory under test; it registers the sockets it makes. */
public final class RecordingSocketFactory extends SmcSocketFactory {
  public RecordingSocketFactory(Properties properties) {
    super(properties);
  }

  @Override
  public Socket createSocket() {
    return RecordedSockets.record(super.createSocket());
  }
}
