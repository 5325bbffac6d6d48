package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A node without SMC that hangs up on whoever connects. */
final class SilentNode implements AutoCloseable {
  private static final String QUICK_END =
      "advanced.netty { io-group.shutdown.quiet-period = 0, admin-group.shutdown.quiet-period = 0 }";

  private final ServerSocket listener;

  SilentNode() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread hangingUp = new Thread(this::hangUp, "silent node");
    hangingUp.setDaemon(true);
    hangingUp.start();
  }

  private void hangUp() {
    while (true) {
      try (Socket accepted = listener.accept()) {
        accepted.setSoLinger(true, 0);
      } catch (IOException closed) {
        return;
      }
    }
  }

  /**
   * Why no session with it can be built: it cannot be connected, or it has hung up.
   *
   * @param configuration of the driver, in HOCON
   */
  String refusal(CqlSessionBuilder builder, String configuration) {
    String all = "datastax-java-driver { " + QUICK_END + "\n" + configuration + " }";
    try {
      builder
          .withConfigLoader(DriverConfigLoader.fromString(all))
          .addContactPoint((InetSocketAddress) listener.getLocalSocketAddress())
          .withLocalDatacenter("datacenter1")
          .build()
          .close();
    } catch (AllNodesFailedException refused) {
      return refused.getAllErrors().toString();
    } catch (RuntimeException refused) {
      return refused.toString();
    }
    throw new AssertionError("a session with a node that hangs up");
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
