package io.github.smc4j.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.smc4j.internal.jdk.VirtualThreads;
import io.github.smc4j.internal.kernel.Readiness;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * Waits for a connect that the kernel carries on by itself, and gives it up when the JDK would give
 * up its own: when the time is over, when the socket is closed, and on a virtual thread that is
 * interrupted.
 */
final class ConnectWait {
  /** The longest that it takes to see that another thread has closed the socket. */
  private static final long SLICE = ConnectPause.LONGEST;

  private final Owner owner;
  private final int fd;
  private final long limit;
  private final long start = System.nanoTime();

  /** Who has the socket that the connect is for. */
  interface Owner {
    /** Whether he has closed it. */
    boolean isClosed();

    /** Closes it, for an interrupt. */
    void close() throws IOException;
  }

  /**
   * Begins now.
   *
   * @param owner of the socket, who may give the connect up
   * @param fd of the socket that is connecting
   * @param timeout in milliseconds, 0 for none
   */
  ConnectWait(Owner owner, int fd, int timeout) {
    this.owner = owner;
    this.fd = fd;
    this.limit = timeout == 0 ? Long.MAX_VALUE : MILLISECONDS.toNanos(timeout);
  }

  /** Waits until it is connected, or has failed. */
  Readiness end() throws IOException {
    Readiness ready = soon();
    while (!ready.isAny()) {
      throwIfGivenUp();
      ready = soon();
    }
    return ready;
  }

  private Readiness soon() throws IOException {
    return VirtualThreads.isCurrent() ? afterPause() : withinSlice();
  }

  private void throwIfGivenUp() throws IOException {
    if (owner.isClosed()) {
      throw new SocketException("Socket closed");
    }
    if (left() <= 0) {
      throw new SocketTimeoutException("Connect timed out");
    }
  }

  private long passed() {
    return System.nanoTime() - start;
  }

  private long left() {
    return limit - passed();
  }

  private Readiness withinSlice() throws SocketException {
    long slice = Math.min(SLICE, Math.max(0, left()));
    return Readiness.within(fd, (int) NANOSECONDS.toMillis(slice + MILLISECONDS.toNanos(1) - 1));
  }

  /** A virtual thread that waits inside the kernel would keep its carrier from all others. */
  private Readiness afterPause() throws IOException {
    try {
      NANOSECONDS.sleep(ConnectPause.next(passed(), left()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      owner.close();
      throw new SocketException("Closed by interrupt");
    }
    return Readiness.of(fd);
  }
}
