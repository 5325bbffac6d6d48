package io.github.smc4j.internal.kernel;

import java.io.Closeable;
import java.net.SocketException;

/**
 * A second descriptor of a converted socket. The JDK closes its own when a connect fails; this one
 * can still tell how far the connection came. As long as it is open, so is the kernel's socket.
 *
 * <p>Not thread-safe.
 */
public final class ConvertedSocket implements Closeable {
  private static final int CLOSED = -1;

  private int fd;

  ConvertedSocket(int fd) {
    this.fd = fd;
  }

  /** The number of the second descriptor. */
  public int fd() {
    return fd;
  }

  /**
   * Resets the TCP connection of a socket that has fallen back, with what was received and not
   * read; the JDK's descriptor stays open.
   */
  public void reset() throws SocketException {
    Errno.check(Syscalls.disconnect(fd), "connect(AF_UNSPEC) of descriptor " + fd);
  }

  /** Closes this descriptor alone; again it does nothing. */
  @Override
  public void close() throws SocketException {
    if (fd != CLOSED) {
      int closing = fd;
      fd = CLOSED;
      Errno.check(Syscalls.close(closing), "close");
    }
  }
}
