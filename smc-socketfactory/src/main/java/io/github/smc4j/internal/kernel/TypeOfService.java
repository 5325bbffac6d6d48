package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/** IP_TOS of an IPv4 socket. */
public final class TypeOfService {
  private TypeOfService() {}

  public static int of(int fd) throws SocketException {
    return SocketOption.IP_TOS.get(fd)[0];
  }

  public static void set(int fd, int value) throws SocketException {
    SocketOption.IP_TOS.set(fd, value);
  }
}
