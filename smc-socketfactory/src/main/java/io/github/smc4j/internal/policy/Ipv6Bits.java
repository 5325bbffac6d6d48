package io.github.smc4j.internal.policy;

import java.net.Inet6Address;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An IPv6 address as two halves. {@link Inet6Address} gives its bytes away only as a copy; the
 * addresses seen lately are remembered, so that an address that comes again allocates nothing.
 */
record Ipv6Bits(Inet6Address address, long high, long low) {
  private static final int SLOTS = 1024;
  private static final int WAYS = 4;

  /** Written without a lock: the entries are immutable, and a lost one is only made again. */
  private static final @Nullable Ipv6Bits[] RECENT = new Ipv6Bits[SLOTS];

  static Ipv6Bits of(Inet6Address address) {
    int home = (address.hashCode() * 0x9e37_79b9) >>> 16;
    int free = home % SLOTS;
    for (int way = 0; way < WAYS; way++) {
      int slot = (home + way) % SLOTS;
      Ipv6Bits known = RECENT[slot];
      if (known == null) {
        free = slot;
        break;
      }
      if (known.address.equals(address)) {
        return known;
      }
    }
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    Ipv6Bits bits = new Ipv6Bits(address, bytes.getLong(), bytes.getLong());
    RECENT[free] = bits;
    return bits;
  }
}
