package io.github.smc4j.internal.kernel;

import java.io.Closeable;
import java.net.SocketException;

/**
 * A datagram socket to stand in for a stream socket: connecting it takes no time and sends nothing.
 *
 * <p>Not thread-safe.
 */
public final class DatagramStandIn implements Closeable {
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;

  private final int fd;
  private boolean closed;

  private DatagramStandIn(int fd) {
    this.fd = fd;
  }

  /**
   * Opens one ahead of its need: there may be no descriptor left when a connection is up.
   *
   * @param domain AF_INET, or AF_INET6 for one that can be connected to IPv4 addresses as well
   */
  public static DatagramStandIn open(int domain) throws SocketException {
    DatagramStandIn opened =
        new DatagramStandIn(
            Errno.check(
                Syscalls.socket(domain, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket(SOCK_DGRAM)"));
    try {
      if (domain == SocketType.AF_INET6) {
        SocketOption.IPV6_V6ONLY.set(opened.fd, 0); // the default is net.ipv6.bindv6only
      }
      return opened;
    } catch (SocketException | RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  /** Has the holder of {@code number} carry on with it. */
  public void takePlaceOf(int number) throws SocketException {
    Errno.check(Syscalls.dup3(fd, number), "dup3");
  }

  /** Closes this descriptor, and not the holder's. */
  @Override
  public void close() throws SocketException {
    if (!closed) {
      closed = true;
      Errno.check(Syscalls.close(fd), "close");
    }
  }
}
