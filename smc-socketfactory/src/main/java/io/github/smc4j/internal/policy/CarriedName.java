package io.github.smc4j.internal.policy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The host name that an address carries. The JDK does not tell that there is none, it makes a
 * string of the address instead. The addresses seen lately without a name are remembered, so that
 * one that comes again allocates nothing.
 */
final class CarriedName {
  private static final int SLOTS = 1024;
  private static final int WAYS = 4;

  /**
   * Written without a lock: what is in it is only compared, and a lost one only looked at again.
   */
  private static final @Nullable InetAddress[] NAMELESS = new InetAddress[SLOTS];

  private CarriedName() {}

  /** The name, or null where no rule can name it. */
  static @Nullable String of(InetSocketAddress end) {
    InetAddress address = end.getAddress();
    int home = (address.hashCode() * 0x9e37_79b9) >>> 16;
    int free = home % SLOTS;
    for (int way = 0; way < WAYS; way++) {
      int slot = (home + way) % SLOTS;
      InetAddress known = NAMELESS[slot];
      if (known == null) {
        free = slot;
        break;
      }
      if (isSame(known, address)) {
        return null;
      }
    }
    String host = end.getHostString();
    if (!isAddress(host)) {
      return host;
    }
    NAMELESS[free] = address;
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // equal addresses may carry different names
  private static boolean isSame(InetAddress one, InetAddress other) {
    return one == other;
  }

  /** No host name that a {@link Target} takes has a colon, or a number as its last label. */
  private static boolean isAddress(String host) {
    int last = host.length();
    while (last > 0 && Character.isDigit(host.charAt(last - 1))) {
      last--;
    }
    boolean endsWithNumber = last < host.length() && (last == 0 || host.charAt(last - 1) == '.');
    return endsWithNumber || host.indexOf(':') >= 0;
  }
}
