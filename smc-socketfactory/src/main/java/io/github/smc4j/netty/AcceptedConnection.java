package io.github.smc4j.netty;

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
   * @return null if messages of it may be in the stream, so that nobody must read of that
   */
  static @Nullable Handshake handshake(int fd, SocketAddress peer) throws SocketException {
    Handshake handshake = Handshake.ofConnected(fd);
    if (handshake.result() != Result.FAILED) {
      return handshake;
    }
    LOG.log(
        System.Logger.Level.INFO,
        "a connection from {0} is closed: {1}",
        peer,
        handshake.failure());
    return null;
  }
}
