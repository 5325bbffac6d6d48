package io.github.smc4j.internal.policy;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a connection or a listener uses SMC: the first rule that matches, otherwise
 * {@code smc.mode}. Immutable. Deciding takes about the same time for a thousand rules as for ten
 * and allocates nothing, but for an address that is new to it and IPv6, or that carries no name
 * where rules name hosts.
 *
 * <p>{@code smc.public-addresses = off} turns {@link Mode#PREFER} into {@link Mode#OFF} for a
 * public address, unless the rule that matched has a {@code to}: who names an address has chosen
 * it. It never touches {@link Mode#REQUIRE}, which would silently become TCP.
 */
public final class Policy {
  private final RuleIndex connectRules;
  private final RuleIndex listenRules;

  /** One for each rule, and the last for {@code smc.mode}. */
  private final Decision[] decisions;

  /** The same for public addresses. */
  private final Decision[] publicDecisions;

  /** Where the two differ. */
  private final boolean[] publicMatters;

  private final boolean prefers;
  private final boolean requires;

  Policy(List<Rule> rules, Decision otherwise, @Nullable Decision publicAddress) {
    connectRules = new RuleIndex(rules, Direction.CONNECT);
    listenRules = new RuleIndex(rules, Direction.LISTEN);
    int count = rules.size();
    decisions = new Decision[count + 1];
    publicDecisions = new Decision[count + 1];
    publicMatters = new boolean[count + 1];
    for (int i = 0; i <= count; i++) {
      decisions[i] =
          i == count ? otherwise : new Decision(rules.get(i).mode(), rules.get(i).reason());
      boolean chosen = i < count && !rules.get(i).to().isEmpty();
      publicDecisions[i] =
          publicAddress != null && !chosen && decisions[i].mode() == Mode.PREFER
              ? publicAddress
              : decisions[i];
      publicMatters[i] = publicDecisions[i].mode() != decisions[i].mode();
    }
    prefers = comesWith(Mode.PREFER);
    requires = comesWith(Mode.REQUIRE);
  }

  /** Whether {@code smc.mode} or a rule is {@link Mode#PREFER}. */
  public boolean prefers() {
    return prefers;
  }

  /** Whether {@code smc.mode} or a rule is {@link Mode#REQUIRE}. */
  public boolean requires() {
    return requires;
  }

  private boolean comesWith(Mode mode) {
    return Arrays.stream(decisions).anyMatch(decision -> decision.mode() == mode);
  }

  /**
   * Decides for a connection. An address that carries a host name can match rules by either; the
   * name is the one the application used, none is looked up. An unresolved destination matches
   * rules by name and port only and never counts as public, so ask again once it is resolved.
   */
  public Decision connect(InetSocketAddress destination) {
    return decide(connectRules, destination);
  }

  /** Decides for a connection whose destination is not known when its socket is opened. */
  public Decision undecidedDestination() {
    return decisions[orLast(connectRules.unconditional())];
  }

  /**
   * Decides for a listener. One on the wildcard address accepts on every address of the host: it
   * matches every rule that names an address, as far as its port matches, and never counts as
   * public. One bound to a public address does, which keeps the kernel's SMC handshake code away
   * from the open internet.
   *
   * @param local null as for {@code bind(null)}: the wildcard address and a port that the kernel
   *     picks, which no rule with {@code ports} matches
   */
  public Decision listen(@Nullable InetSocketAddress local) {
    if (local == null) {
      return decisions[orLast(listenRules.matchWildcard(0))];
    }
    InetAddress address = local.getAddress();
    if (address != null && address.isAnyLocalAddress()) {
      return decisions[orLast(listenRules.matchWildcard(local.getPort()))];
    }
    return decide(listenRules, local);
  }

  /** Decides for a listener whose address is not known when its socket is opened. */
  public Decision undecidedListener() {
    return decisions[orLast(listenRules.unconditional())];
  }

  private Decision decide(RuleIndex rules, InetSocketAddress end) {
    InetAddress address = end.getAddress();
    if (address == null) {
      return decisions[orLast(rules.matchUnresolved(end.getHostString(), end.getPort()))];
    }
    if (address instanceof Inet6Address ipv6) {
      Ipv6Bits bits = Ipv6Bits.of(ipv6);
      return decide(rules, end, bits.high(), bits.low());
    }
    return decide(rules, end, 0, Cidr.MAPPED | bitsOf((Inet4Address) address));
  }

  private Decision decide(RuleIndex rules, InetSocketAddress end, long high, long low) {
    int rule = rules.isEmpty() ? PortTable.NO_RULE : rules.match(high, low, end.getPort());
    if (!rules.isEmpty() && rules.nameMayComeBefore(rule, end.getPort())) {
      String name = CarriedName.of(end);
      rule = name == null ? rule : Math.min(rule, rules.matchName(name, end.getPort()));
    }
    int index = orLast(rule);
    return publicMatters[index] && !LocalAddresses.contain(high, low)
        ? publicDecisions[index]
        : decisions[index];
  }

  /** The hash code of an IPv4 address is the address, and getting it makes no copy. */
  private static long bitsOf(Inet4Address address) {
    return address.hashCode() & 0xffff_ffffL;
  }

  private int orLast(int rule) {
    return Math.min(rule, decisions.length - 1);
  }
}
