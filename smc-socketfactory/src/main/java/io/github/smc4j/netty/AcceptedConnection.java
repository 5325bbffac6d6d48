package io.github.smc4j.netty;

import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import java.net.SocketAddress;
import java.net.SocketException;

/** Looks at connections that an SMC listener has accepted. */
final class AcceptedConnection {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private AcceptedConnection() {}

  /** Whether messages of the SMC handshake may be in its stream, so that nobody must read of it. */
  static boolean isRefused(int fd, SocketAddress peer) throws SocketException {
    Handshake handshake = Handshake.ofConnected(fd);
    boolean refused = handshake.result() == Result.FAILED;
    if (refused) {
      LOG.log(
          System.Logger.Level.INFO,
          "a connection from {0} is closed: {1}",
          peer,
          handshake.failure());
    }
    return refused;
  }
}
