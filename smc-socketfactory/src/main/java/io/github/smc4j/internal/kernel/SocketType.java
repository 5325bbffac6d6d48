package io.github.smc4j.internal.kernel;

/**
 * How the kernel is asked for a stream socket: domain and protocol, for IPv4 and for IPv6.
 *
 * @param name what users know it by
 */
public record SocketType(
    String name, int ipv4Domain, int ipv4Protocol, int ipv6Domain, int ipv6Protocol) {
  public static final int AF_INET = 2;
  public static final int AF_INET6 = 10;

  /** Address family 43, protocols SMCPROTO_SMC and SMCPROTO_SMC6 (net/smc/smc.h). */
  public static final SocketType AF_SMC = new SocketType("AF_SMC", 43, 0, 43, 1);

  /** Protocol 256 of the Internet families, since Linux 6.11 (net/smc/smc_inet.c). */
  public static final SocketType IPPROTO_SMC = ofInternet("IPPROTO_SMC", 256);

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

  private static final int SOCK_STREAM = 1;
  private static final int SOCK_CLOEXEC = 0x80000;
}
