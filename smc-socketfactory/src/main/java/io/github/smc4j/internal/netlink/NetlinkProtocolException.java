package io.github.smc4j.internal.netlink;

import java.io.IOException;

/**
 * A reply that netlink's rules do not allow: cut short, or holding lengths or values that cannot
 * be.
 */
public final class NetlinkProtocolException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param offset where in the datagram, in bytes
   */
  NetlinkProtocolException(int offset, String expected, String found) {
    super("netlink reply, byte " + offset + ": expected " + expected + ", found " + found);
  }
}
