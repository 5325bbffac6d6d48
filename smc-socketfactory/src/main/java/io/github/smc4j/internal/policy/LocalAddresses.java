package io.github.smc4j.internal.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** The addresses that are not public: private, link-local, loopback, carrier-grade NAT. */
final class LocalAddresses {
  private static final Cidr[] NETWORKS =
      List.of(
              "0.0.0.0/32", // "this host": a connection to it goes over loopback
              "10.0.0.0/8", // RFC 1918
              "172.16.0.0/12",
              "192.168.0.0/16",
              "100.64.0.0/10", // RFC 6598, behind carrier-grade NAT
              "127.0.0.0/8",
              "169.254.0.0/16", // RFC 3927, link-local
              "::/127", // "this host" and loopback
              "fc00::/7", // RFC 4193, unique local
              "fe80::/10", // link-local
              "fec0::/10") // RFC 3513, the site-local addresses of old
          .stream()
          .map(Cidr::parse)
          .toArray(Cidr[]::new);

  private static final long[] HIGHS = halves(Cidr::high);
  private static final long[] LOWS = halves(Cidr::low);
  private static final long[] HIGH_MASKS = halves(network -> Cidr.highMask(network.length()));
  private static final long[] LOW_MASKS = halves(network -> Cidr.lowMask(network.length()));

  private LocalAddresses() {}

  private static long[] halves(ToLongFunction<Cidr> half) {
    return Arrays.stream(NETWORKS).mapToLong(half).toArray();
  }

  static boolean contain(long high, long low) {
    for (int i = 0; i < HIGHS.length; i++) {
      if ((low & LOW_MASKS[i]) == LOWS[i] && (high & HIGH_MASKS[i]) == HIGHS[i]) {
        return true;
      }
    }
    return false;
  }
}
