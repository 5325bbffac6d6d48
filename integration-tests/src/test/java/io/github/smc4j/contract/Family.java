package io.github.smc4j.contract;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address families. */
public enum Family {
  IPV4("127.0.0.1", "127.255.255.255"),
  IPV6("::1", "ff01::1");

  private final String loopback;
  private final String unreachable;

  Family(String loopback, String unreachable) {
    this.loopback = loopback;
    this.unreachable = unreachable;
  }

  static Family of(InetAddress address) {
    return address instanceof Inet6Address ? IPV6 : IPV4;
  }

  public InetAddress loopback() {
    return address(loopback);
  }

  /**
   * An address of this machine alone that a stream cannot be connected to: the kernel answers
   * ENETUNREACH to a broadcast or multicast destination without sending anything
   * (net/ipv4/tcp_ipv4.c, net/ipv6/tcp_ipv6.c).
   */
  InetAddress unreachable() {
    return address(unreachable);
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + literal, e);
    }
  }
}
