package io.github.smc4j.jdbc;

import com.mysql.cj.conf.PropertySet;
import java.net.Socket;

/** Tells {@link RecordedSockets} of the sockets that it makes. */
public final class RecordingMySqlSocketFactory extends SmcMySqlSocketFactory {
  @Override
  protected Socket createSocket(PropertySet properties) {
    return RecordedSockets.record(super.createSocket(properties));
  }
}
