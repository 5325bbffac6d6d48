package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/**
 * What {@code poll} tells of a stream socket. Unlike SO_ERROR it can be asked for without taking it
 * away from whoever asks next.
 *
 * @param writable room to write, or an end to writing: an SMC socket is or was connected
 * @param error an error is pending
 * @param hungUp both directions have ended, or connecting failed
 */
public record Readiness(boolean writable, boolean error, boolean hungUp) {
  private static final int POLLOUT = 4;
  private static final int POLLERR = 8;
  private static final int POLLHUP = 16;

  /** As it is now. */
  public static Readiness of(int fd) throws SocketException {
    return within(fd, 0);
  }

  /** As it is as soon as it is any, or when that much time is over, or a signal has come. */
  public static Readiness within(int fd, int milliseconds) throws SocketException {
    int events = Syscalls.poll(fd, POLLOUT, milliseconds);
    if (Errno.EINTR.is(events)) {
      events = 0;
    }
    if (events < 0) {
      throw Errno.failure(events, "poll of descriptor " + fd);
    }
    return new Readiness((events & POLLOUT) != 0, (events & POLLERR) != 0, (events & POLLHUP) != 0);
  }

  /** Whether there is nothing to wait for. */
  public boolean isAny() {
    return writable || error || hungUp;
  }
}
