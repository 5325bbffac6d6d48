package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.ConvertedSocket;
import java.net.SocketException;
import java.util.concurrent.Executor;

/**
 * Closes SMC sockets without keeping an event loop waiting for what they have not sent. Whoever
 * closes the last descriptor of a socket waits, so that has to be one that the event loop's owner
 * does not know.
 *
 * <p>Thread-safe.
 */
public final class SlowClose {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");
  private static final Executor THREADS = DaemonThreads.pool("smc4j-close", 8, Integer.MAX_VALUE);

  private SlowClose() {}

  /** Closes the last descriptor of a connected socket, on another thread if that has to wait. */
  public static void of(ConvertedSocket socket) {
    if (isSlow(socket)) {
      THREADS.execute(() -> close(socket));
    } else {
      close(socket);
    }
  }

  private static boolean isSlow(ConvertedSocket socket) {
    try {
      return ConvertedSocket.isCloseSlow(socket.fd());
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.WARNING, "what an SMC socket has not sent cannot be told", e);
      return true;
    }
  }

  private static void close(ConvertedSocket socket) {
    try {
      socket.close();
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.WARNING, "an SMC socket cannot be closed", e);
    }
  }
}
