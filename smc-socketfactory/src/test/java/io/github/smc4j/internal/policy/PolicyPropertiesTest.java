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
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The compiled policy answers as a walk through the list of rules does. */
class PolicyPropertiesTest extends PolicyArbitraries {
  private static final Decision OTHERWISE = new Decision(Mode.PREFER, "smc.mode");
  private static final Decision PUBLIC_OFF = new Decision(Mode.OFF, "public");

  @Property
  void connect_answersAsTheFirstRuleInTheListDoes(
      @ForAll("rules") List<Rule> rules, @ForAll("ends") End destination) {
    Policy policy = new Policy(rules, OTHERWISE, PUBLIC_OFF);
    InetSocketAddress address = destination.toSocketAddress();
    // Twice, because some addresses are remembered
    assertThat(List.of(policy.connect(address), policy.connect(address)))
        .containsOnly(firstMatch(rules, Direction.CONNECT, destination));
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
            .filter(rule -> isAbout(rule, Direction.LISTEN) && hasPort(rule, port))
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
      if (isAbout(rule, direction)
          && hasPort(rule, end.port())
          && (rule.to().isEmpty() || rule.to().stream().anyMatch(to -> names(to, end)))) {
        return forPublic(rule.to().isEmpty(), end, new Decision(rule.mode(), rule.reason()));
      }
    }
    return forPublic(true, end, OTHERWISE);
  }

  private static Decision forPublic(boolean byChance, End end, Decision decision) {
    boolean isPublic = end.resolved() && !LocalAddresses.contain(end.high(), end.low());
    return byChance && isPublic && decision.mode() == Mode.PREFER ? PUBLIC_OFF : decision;
  }

  private static boolean hasPort(Rule rule, int port) {
    return rule.ports().isEmpty()
        || rule.ports().stream().anyMatch(range -> range.first() <= port && port <= range.last());
  }

  private static boolean isAbout(Rule rule, Direction direction) {
    return rule.direction() == null || rule.direction() == direction;
  }

  private boolean isNetwork(Target target) {
    return target.network() != null;
  }

  private static boolean names(Target target, End end) {
    if (target.network() != null) {
      return end.resolved()
          && target.network().isIpv4() == Cidr.isMapped(end.high(), end.low())
          && target.network().contains(end.high(), end.low());
    }
    String name = end.name() == null ? "" : end.name().toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return target.name().startsWith(".")
        ? name.endsWith(target.name())
        : name.equals(target.name());
  }
}
