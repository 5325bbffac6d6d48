package io.github.smc4j.internal.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network: the leading {@code length} bits of an IPv6 address, held as two halves. An IPv4
 * network is held as its v4-mapped form ({@code ::ffff:0:0/96} and longer), so that both notations
 * of an IPv4 address are one.
 */
record Cidr(long high, long low, int length) {
  /** The low half of a v4-mapped address, above its 32 bits. */
  static final long MAPPED = 0x0000_ffff_0000_0000L;

  private static final int MAPPED_LENGTH = 96;
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * Reads a network such as {@code 10.0.0.0/8} or {@code fd00::/8}, or a single address.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean ipv6 = IPV6.matcher(address).matches();
    ByteBuffer bits = ByteBuffer.wrap(ipv6 ? parseIpv6(address) : parseIpv4(address));
    Cidr whole =
        bits.capacity() == 4
            ? new Cidr(0, MAPPED | (bits.getInt() & 0xffff_ffffL), 128)
            : new Cidr(bits.getLong(), bits.getLong(), 128);
    return slash < 0 ? whole : whole.shortenedTo(text.substring(slash + 1), ipv6);
  }

  private static byte[] parseIpv4(String address) {
    Matcher parts = IPV4.matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException("is not an IP address");
    }
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      String part = parts.group(i + 1);
      int value = Integer.parseInt(part);
      if (value > 255 || (part.length() > 1 && part.startsWith("0"))) {
        throw new IllegalArgumentException(
            "is not an IPv4 address: its parts go from 0 to 255, without leading zeros");
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  /** Brackets make the JDK read a literal, and never ask a name server. */
  private static byte[] parseIpv6(String address) {
    try {
      return InetAddress.getByName("[" + address + "]").getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("is not an IPv6 address", e);
    }
  }

  private Cidr shortenedTo(String text, boolean ipv6) {
    int most = ipv6 ? 128 : 32;
    int prefix = text.matches("\\d{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    if (prefix > most) {
      throw new IllegalArgumentException(
          "has a prefix length other than 0 to " + most + " after the slash");
    }
    int bits = ipv6 ? prefix : prefix + MAPPED_LENGTH;
    Cidr network = new Cidr(high & highMask(bits), low & lowMask(bits), bits);
    if (network.high != high || network.low != low) {
      throw new IllegalArgumentException("has bits set beyond its prefix; write " + network);
    }
    return network;
  }

  boolean isIpv4() {
    return length >= MAPPED_LENGTH && isMapped(high, low);
  }

  boolean contains(long addressHigh, long addressLow) {
    return (addressHigh & highMask(length)) == high && (addressLow & lowMask(length)) == low;
  }

  static boolean isMapped(long high, long low) {
    return high == 0 && low >>> 32 == MAPPED >>> 32;
  }

  static long highMask(int length) {
    return length == 0 ? 0 : length >= 64 ? -1 : -1L << (64 - length);
  }

  static long lowMask(int length) {
    return length <= 64 ? 0 : -1L << (128 - length);
  }

  @Override
  public String toString() {
    byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    try {
      return InetAddress.getByAddress(bytes).getHostAddress()
          + "/"
          + (isIpv4() ? length - MAPPED_LENGTH : length);
    } catch (UnknownHostException e) {
      throw new AssertionError("16 bytes are an address", e);
    }
  }
}
