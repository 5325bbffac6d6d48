package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/**
 * An IPv6 datagram socket in the place of a stream socket: connecting it, to an IPv4 address as
 * well, takes no time and sends nothing.
 */
public final class DatagramStandIn {
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;

  private DatagramStandIn() {}

  /** Has the holder of {@code number} carry on with one. */
  public static void takePlaceOf(int number) throws SocketException {
    int fd =
        Errno.check(
            Syscalls.socket(SocketType.AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0),
            "socket(SOCK_DGRAM)");
    try {
      SocketOption.IPV6_V6ONLY.set(fd, 0); // the default is net.ipv6.bindv6only
      Errno.check(Syscalls.dup3(fd, number), "dup3");
    } finally {
      Errno.check(Syscalls.close(fd), "close");
    }
  }
}
