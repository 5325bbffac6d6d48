package io.github.smc4j.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An address and port in as little memory as they take. An IPv4 address and its v4-mapped form are
 * one; a host name is not part of it.
 *
 * @param scope the interface of a link-local IPv6 address, or 0
 */
record Destination(long high, long low, int scope, int port) {
  private static final long MAPPED = 0x0000_ffff_0000_0000L;

  /** Null for an address that is not looked up. */
  static @Nullable Destination of(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    if (host instanceof Inet6Address ipv6) {
      ByteBuffer bits = ByteBuffer.wrap(ipv6.getAddress());
      return new Destination(bits.getLong(), bits.getLong(), ipv6.getScopeId(), address.getPort());
    }
    return host == null
        ? null
        // An IPv4 address is its own hash code, and getting that makes no copy
        : new Destination(0, MAPPED | (host.hashCode() & 0xffff_ffffL), 0, address.getPort());
  }

  InetSocketAddress toAddress() {
    byte[] bits = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    try {
      // The JDK makes an IPv4 address of a mapped one
      InetAddress host =
          scope == 0
              ? InetAddress.getByAddress(bits)
              : Inet6Address.getByAddress(null, bits, scope);
      return new InetSocketAddress(host, port);
    } catch (UnknownHostException e) {
      throw new AssertionError("16 bytes are an address", e);
    }
  }

  /** As every connection takes it: what a record has by itself is slower. */
  @Override
  public int hashCode() {
    return Long.hashCode(high * 31 + low) * 31 + port;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Destination that
        && low == that.low
        && high == that.high
        && port == that.port
        && scope == that.scope;
  }
}
