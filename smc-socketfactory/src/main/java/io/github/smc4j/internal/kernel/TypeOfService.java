package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/** IP_TOS of an IPv4 socket. */
public final class TypeOfService {
  private static final int LARGEST = 255;

  private TypeOfService() {}

  public static int of(int fd) throws SocketException {
    return SocketOption.IP_TOS.get(fd)[0];
  }

  /**
   * Sets it.
   *
   * @throws IllegalArgumentException if it is not one byte
   */
  public static void set(int fd, int value) throws SocketException {
    if (value < 0 || value > LARGEST) {
      throw new IllegalArgumentException("traffic class " + value + " is not in 0 to " + LARGEST);
    }
    SocketOption.IP_TOS.set(fd, value);
  }
}
