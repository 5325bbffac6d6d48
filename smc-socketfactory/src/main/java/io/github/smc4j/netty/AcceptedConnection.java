package io.github.smc4j.netty;

import static java.lang.System.Logger.Level.INFO;

import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import java.net.SocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** Looks at connections that an SMC listener has accepted. */
final class AcceptedConnection {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private AcceptedConnection() {}

  /**
   * What became of its handshake.
   *
   * @return null if messages of it may be in the stream, or if it cannot be told, so that nobody
   *     must read of that
   */
  static @Nullable Handshake handshake(int fd, SocketAddress peer) {
    try {
      Handshake handshake = Handshake.ofConnected(fd);
      if (handshake.result() != Result.FAILED) {
        return handshake;
      }
      LOG.log(INFO, "a connection from {0} is closed: {1}", peer, handshake.failure());
    } catch (SocketException e) {
      LOG.log(INFO, "a connection from " + peer + " is closed: its handshake cannot be told", e);
    }
    return null;
  }
}
