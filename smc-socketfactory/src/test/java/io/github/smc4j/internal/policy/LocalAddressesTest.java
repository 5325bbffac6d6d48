package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LocalAddressesTest {
  @Property(tries = 10_000)
  void contain_whatTheJdkCallsLocalAndTwoRangesThatItDoesNotKnow(@ForAll("addresses") Cidr address)
      throws UnknownHostException {
    byte[] bytes = ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array();
    assertThat(LocalAddresses.contain(address.high(), address.low()))
        .isEqualTo(isLocal(InetAddress.getByAddress(bytes)));
  }

  private static boolean isLocal(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || isUniqueLocalOrBehindCarrierGradeNat(address.getAddress());
  }

  private static boolean isUniqueLocalOrBehindCarrierGradeNat(byte[] address) {
    return address.length == 16
        ? (address[0] & 0xfe) == 0xfc
        : address[0] == 100 && (address[1] & 0xc0) == 64;
  }

  /** On both sides of each border, bit by bit. */
  @Provide
  Arbitrary<Cidr> addresses() {
    return Arbitraries.oneOf(
        around(
            Arbitraries.integers().between(96, 127),
            "0.0.0.0",
            "10.0.0.0",
            "172.16.0.0",
            "192.168.0.0",
            "100.64.0.0",
            "127.0.0.1",
            "169.254.0.0",
            "203.0.113.7"),
        around(Arbitraries.integers().between(0, 16), "fc00::", "fe80::", "fec0::", "2001:db8::"),
        around(Arbitraries.integers().between(120, 127), "::", "::1"));
  }

  /** One bit is another, and those after it are anything. */
  private static Arbitrary<Cidr> around(Arbitrary<Integer> bits, String... addresses) {
    return Combinators.combine(
            Arbitraries.of(addresses).map(Cidr::parse), bits, Arbitraries.longs())
        .as(
            (address, bit, noise) ->
                PolicyArbitraries.withNoise(flipped(address, bit), bit + 1, noise));
  }

  private static Cidr flipped(Cidr address, int bit) {
    long high = Cidr.highMask(bit + 1) ^ Cidr.highMask(bit);
    long low = Cidr.lowMask(bit + 1) ^ Cidr.lowMask(bit);
    return new Cidr(address.high() ^ high, address.low() ^ low, 128);
  }
}
