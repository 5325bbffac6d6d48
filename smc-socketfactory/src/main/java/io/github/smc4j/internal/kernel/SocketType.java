package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/**
 * How the kernel is asked for a stream socket: domain and protocol, for IPv4 and for IPv6.
 *
 * @param name what users know it by
 */
public record SocketType(
    String name, int ipv4Domain, int ipv4Protocol, int ipv6Domain, int ipv6Protocol) {
  public static final int AF_INET = 2;
  public static final int AF_INET6 = 10;

  private static final int SMCPROTO_SMC = 0;
  private static final int SMCPROTO_SMC6 = 1;
  private static final int PROTOCOL_SMC = 256;

  /** Address family 43 with protocols of its own (net/smc/smc.h). */
  public static final SocketType AF_SMC =
      new SocketType("AF_SMC", 43, SMCPROTO_SMC, 43, SMCPROTO_SMC6);

  /** A protocol of the Internet families, since Linux 6.11 (net/smc/smc_inet.c). */
  public static final SocketType IPPROTO_SMC = ofInternet("IPPROTO_SMC", PROTOCOL_SMC);

  public static final SocketType TCP = ofInternet("TCP", 6);

  /** A type of socket that the Internet families offer under a protocol number. */
  public static SocketType ofInternet(String name, int protocol) {
    return new SocketType(name, AF_INET, protocol, AF_INET6, protocol);
  }

  /**
   * Opens a socket that can stand in for one of {@code inetDomain}: its descriptor or a negated
   * errno.
   */
  public int open(int inetDomain) {
    boolean ipv6 = inetDomain == AF_INET6;
    return Syscalls.socket(
        ipv6 ? ipv6Domain : ipv4Domain,
        SOCK_STREAM | SOCK_CLOEXEC,
        ipv6 ? ipv6Protocol : ipv4Protocol);
  }

  /**
   * Whether {@code fd} is an SMC socket. No longer once SMC has fallen back: the TCP socket takes
   * its place then.
   */
  public static boolean isSmc(int fd) throws SocketException {
    return switch (read(fd, SO_PROTOCOL, "SO_PROTOCOL")) {
      case SMCPROTO_SMC, SMCPROTO_SMC6, PROTOCOL_SMC -> true;
      default -> false;
    };
  }

  /** Whether {@code fd} is a TCP socket, be it because SMC has fallen back. */
  public static boolean isTcp(int fd) throws SocketException {
    return read(fd, SO_PROTOCOL, "SO_PROTOCOL") == TCP.ipv4Protocol();
  }

  /** AF_INET or AF_INET6, of an Internet socket or one of AF_SMC that stands in for it. */
  public static int domainOf(int fd) throws SocketException {
    int domain = read(fd, SO_DOMAIN, "SO_DOMAIN");
    if (domain != AF_SMC.ipv4Domain()) {
      return domain;
    }
    return read(fd, SO_PROTOCOL, "SO_PROTOCOL") == SMCPROTO_SMC6 ? AF_INET6 : AF_INET;
  }

  private static int read(int fd, int option, String name) throws SocketException {
    int value = Syscalls.option(fd, SOL_SOCKET, option);
    if (value < 0) {
      throw Errno.failure(value, "getsockopt(" + name + ") of descriptor " + fd);
    }
    return value;
  }

  private static final int SOL_SOCKET = 1;
  private static final int SO_PROTOCOL = 38;
  private static final int SO_DOMAIN = 39;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_CLOEXEC = 0x80000;
}
