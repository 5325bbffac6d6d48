package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The compiled policy answers as a walk through the list of rules does. Addresses, names and ports
 * come from narrow ranges, so that rules overlap, shadow each other and are hit.
 */
class PolicyPropertiesTest {
  private static final Decision OTHERWISE = new Decision(Mode.PREFER, "smc.mode");
  private static final Decision PUBLIC_OFF = new Decision(Mode.OFF, "public");

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

  @Property
  void connect_answersAsTheFirstRuleInTheListDoes(
      @ForAll("rules") List<Rule> rules, @ForAll("ends") End destination) {
    assertThat(new Policy(rules, OTHERWISE, PUBLIC_OFF).connect(destination.toSocketAddress()))
        .isEqualTo(firstMatch(rules, Direction.CONNECT, destination));
  }

  @Property
  void listen_answersAsTheFirstRuleInTheListDoes(
      @ForAll("rules") List<Rule> rules, @ForAll("ends") End local) {
    Assume.that(!local.isWildcard());
    assertThat(new Policy(rules, OTHERWISE, PUBLIC_OFF).listen(local.toSocketAddress()))
        .isEqualTo(firstMatch(rules, Direction.LISTEN, local));
  }

  @Property
  void listen_onTheWildcardAddressTakesEveryNetworkAsItsOwn(
      @ForAll("rules") List<Rule> rules, @ForAll("ports") int port) {
    Decision expected =
        rules.stream()
            .filter(rule -> rule.isAbout(Direction.LISTEN) && hasPort(rule, port))
            .filter(rule -> rule.to().isEmpty() || rule.to().stream().anyMatch(this::isNetwork))
            .map(rule -> new Decision(rule.mode(), rule.reason()))
            .findFirst()
            .orElse(OTHERWISE);
    assertThat(new Policy(rules, OTHERWISE, PUBLIC_OFF).listen(new InetSocketAddress(port)))
        .isEqualTo(expected);
  }

  @Property
  void cidr_readsWhatItWrites(@ForAll("networks") Cidr network) {
    assertThat(Cidr.parse(network.toString())).isEqualTo(network);
  }

  @Property
  void cidr_holdsTheAddressesThatShareItsLeadingBits(
      @ForAll("addresses") Cidr network,
      @ForAll("addresses") Cidr address,
      @ForAll("lengths") int length)
      throws UnknownHostException {
    BigInteger leading = bits(network).shiftRight(128 - length);
    byte[] first = leading.shiftLeft(128 - length).add(BigInteger.TWO.pow(128)).toByteArray();
    InetAddress text = Inet6Address.getByAddress(null, Arrays.copyOfRange(first, 1, 17), -1);

    assertThat(
            Cidr.parse(text.getHostAddress() + "/" + length)
                .contains(address.high(), address.low()))
        .isEqualTo(bits(address).shiftRight(128 - length).equals(leading));
  }

  private static BigInteger bits(Cidr address) {
    return new BigInteger(
        1, ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array());
  }

  private Decision firstMatch(List<Rule> rules, Direction direction, End end) {
    for (Rule rule : rules) {
      if (rule.isAbout(direction)
          && hasPort(rule, end.port)
          && (rule.to().isEmpty() || rule.to().stream().anyMatch(to -> names(to, end)))) {
        return forPublic(rule.to().isEmpty(), end, new Decision(rule.mode(), rule.reason()));
      }
    }
    return forPublic(true, end, OTHERWISE);
  }

  private static Decision forPublic(boolean byChance, End end, Decision decision) {
    boolean isPublic = end.resolved && !LocalAddresses.contain(end.high, end.low);
    return byChance && isPublic && decision.mode() == Mode.PREFER ? PUBLIC_OFF : decision;
  }

  private static boolean hasPort(Rule rule, int port) {
    return rule.ports().isEmpty() || rule.ports().stream().anyMatch(range -> range.contains(port));
  }

  private boolean isNetwork(Target target) {
    return target.network() != null;
  }

  private static boolean names(Target target, End end) {
    if (target.network() != null) {
      return end.resolved
          && target.network().isIpv4() == Cidr.isMapped(end.high, end.low)
          && target.network().contains(end.high, end.low);
    }
    String name = end.name == null ? "" : end.name.toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return target.name().startsWith(".")
        ? name.endsWith(target.name())
        : name.equals(target.name());
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
        .as(
            (address, flipped, noise) ->
                new Cidr(
                    address.high() ^ (noise & ~Cidr.highMask(flipped)),
                    address.low() ^ (noise & ~Cidr.lowMask(flipped)),
                    128));
  }

  private Arbitrary<String> hosts() {
    return Combinators.combine(labels(), Arbitraries.of("", "."), Arbitraries.of(true, false))
        .as(
            (labels, dot, shout) -> {
              String host = String.join(".", labels) + dot;
              return shout ? host.toUpperCase(Locale.ROOT) : host;
            });
  }

  private Arbitrary<List<String>> labels() {
    return Arbitraries.of("a", "b", "example", "org").list().ofMinSize(1).ofMaxSize(4);
  }
}
