package io.github.smc4j.internal.policy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/**
 * Rules and the ends of connections. Addresses, names and ports come from narrow ranges, so that
 * rules overlap, shadow each other and are hit.
 */
abstract class PolicyArbitraries {
  /** An address of either family, perhaps with the name that it was looked up by. */
  record End(long high, long low, String name, boolean resolved, boolean asIpv6, int port) {
    InetSocketAddress toSocketAddress() {
      return resolved
          ? new InetSocketAddress(toAddress(), port)
          : InetSocketAddress.createUnresolved(name, port);
    }

    boolean isWildcard() {
      return resolved && toAddress().isAnyLocalAddress();
    }

    private InetAddress toAddress() {
      byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
      try {
        // the scoped form alone keeps a v4-mapped address an Inet6Address
        return asIpv6
            ? Inet6Address.getByAddress(name, bytes, -1)
            : InetAddress.getByAddress(name, bytes);
      } catch (UnknownHostException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Provide
  Arbitrary<List<Rule>> rules() {
    Arbitrary<Rule> rule =
        Combinators.combine(
                Arbitraries.of(Direction.class).injectNull(0.5),
                targets().list().ofMaxSize(3),
                portRanges().list().ofMaxSize(3),
                Arbitraries.of(Mode.class),
                Arbitraries.integers().between(0, 1_000_000))
            .as((direction, to, ports, mode, id) -> new Rule(direction, to, ports, mode, "#" + id));
    return rule.list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<End> ends() {
    return Combinators.combine(
            addresses(), hosts(), Arbitraries.of(true, false), Arbitraries.of(true, false), ports())
        .as(
            (address, host, named, asIpv6, port) ->
                new End(address.high(), address.low(), named ? host : null, true, asIpv6, port))
        .flatMap(
            end ->
                Arbitraries.of(true, false)
                    .map(
                        resolved ->
                            resolved || end.name == null
                                ? end
                                : new End(end.high, end.low, end.name, false, false, end.port)));
  }

  @Provide
  Arbitrary<Cidr> networks() {
    return Combinators.combine(addresses(), lengths())
        .as(
            (address, length) ->
                new Cidr(
                    address.high() & Cidr.highMask(length),
                    address.low() & Cidr.lowMask(length),
                    length));
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 128), Arbitraries.of(0, 63, 64, 65, 96, 127, 128));
  }

  @Provide
  Arbitrary<Integer> ports() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 12), Arbitraries.of(1, 2, 65_534, 65_535));
  }

  private Arbitrary<Target> targets() {
    return Arbitraries.oneOf(
        networks().map(network -> new Target(network, null)),
        Combinators.combine(Arbitraries.of("", "."), labels())
            .as((dot, labels) -> new Target(null, dot + String.join(".", labels))));
  }

  private Arbitrary<PortRange> portRanges() {
    return Combinators.combine(ports(), ports())
        .as((one, other) -> new PortRange(Math.min(one, other), Math.max(one, other)));
  }

  /** Whole addresses, around a few of which all others lie. */
  @Provide
  Arbitrary<Cidr> addresses() {
    Arbitrary<Cidr> around =
        Arbitraries.of("10.1.2.3", "192.168.0.1", "203.0.113.7", "fd00::1", "2001:db8::1", "::1")
            .map(Cidr::parse);
    return Combinators.combine(around, Arbitraries.integers().between(0, 128), Arbitraries.longs())
        .as(PolicyArbitraries::withNoise);
  }

  /** The address with its bits after the first {@code kept} changed at random. */
  static Cidr withNoise(Cidr address, int kept, long noise) {
    return new Cidr(
        address.high() ^ (noise & ~Cidr.highMask(kept)),
        address.low() ^ (noise & ~Cidr.lowMask(kept)),
        128);
  }

  /** Also such as no rule can name, because they end with a number. */
  private Arbitrary<String> hosts() {
    return Combinators.combine(labels(), Arbitraries.of("", ".", ".1"), Arbitraries.of(true, false))
        .as(
            (labels, end, shout) -> {
              String host = String.join(".", labels) + end;
              return shout ? host.toUpperCase(Locale.ROOT) : host;
            });
  }

  private Arbitrary<List<String>> labels() {
    return Arbitraries.of("a", "b2", "example", "org").list().ofMinSize(1).ofMaxSize(4);
  }
}
