package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.ConvertedSocket;
import java.net.SocketException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Closes SMC sockets without keeping an event loop waiting. Whoever closes the last descriptor of a
 * socket waits, so that has to be one that the event loop's owner does not know.
 *
 * <p>Thread-safe.
 */
public final class SlowClose {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");
  private static final Watch<SlowClose> CLOSING = new Watch<>("smc4j-close", SlowClose::isOver);
  private static final Executor ABANDONING =
      DaemonThreads.pool("smc4j-abandon", 64, Integer.MAX_VALUE);

  private final ConvertedSocket socket;
  private final long start = System.nanoTime();

  private SlowClose(ConvertedSocket socket) {
    this.socket = socket;
  }

  /**
   * Closes the last descriptor of a connected socket when all that was written to it has left, and
   * without that as late as the kernel would.
   */
  public static void of(ConvertedSocket socket) {
    SlowClose close = new SlowClose(socket);
    if (!close.isOver()) {
      CLOSING.follow(close);
    }
  }

  /**
   * Discards a socket that is connecting: closing it waits for what the kernel is about then
   * (cancel_work_sync in smc_release, net/smc/af_smc.c), which for the first link of a link group
   * takes seconds.
   *
   * @param then what follows when it is closed
   */
  public static void ofConnecting(ConvertedSocket socket, Runnable then) {
    ABANDONING.execute(
        () -> {
          discard(socket);
          then.run();
        });
  }

  private static void discard(ConvertedSocket socket) {
    try {
      socket.discard();
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.WARNING, "an SMC socket cannot be closed", e);
    }
  }

  private boolean isOver() {
    try {
      if (ConvertedSocket.isCloseSlow(socket.fd())) {
        if (!isTimeUp()) {
          return false;
        }
        socket.giveUpUnsent();
      }
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.WARNING, "what an SMC socket has not sent cannot be told", e);
    }
    close();
    return true;
  }

  private boolean isTimeUp() throws SocketException {
    return System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(socket.closeSeconds());
  }

  private void close() {
    try {
      socket.close();
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.WARNING, "an SMC socket cannot be closed", e);
    }
  }
}
