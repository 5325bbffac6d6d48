package io.github.smc4j.internal.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one direction, compiled: finds the first that matches in a time that grows with the
 * logarithm of their number. Finding allocates nothing. Every method answers the index of a rule,
 * or {@link PortTable#NO_RULE}.
 */
final class RuleIndex {
  /** The rules without {@code to}. */
  private final PortTable everywhere;

  /** The rules without {@code to} and those that name networks. */
  private final PortTable anyNetwork;

  /** Apart, because {@code ::/0} does not mean IPv4, whose addresses it holds in mapped form. */
  private final AddressTable ipv4;

  private final AddressTable ipv6;
  private final NameTable names;

  /** The rules that name hosts, whichever. */
  private final PortTable anyName;

  private final int unconditional;
  private final boolean empty;

  RuleIndex(List<Rule> rules, Direction direction) {
    Tables tables = new Tables();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).isAbout(direction)) {
        tables.add(rules.get(i), i);
      }
    }
    everywhere = tables.everywhere.build();
    anyNetwork = tables.anyNetwork.build();
    ipv4 = addressTable(tables.networks, true);
    ipv6 = addressTable(tables.networks, false);
    names = new NameTable(built(tables.names));
    anyName = tables.anyName.build();
    unconditional = tables.unconditional;
    empty = rules.stream().noneMatch(rule -> rule.isAbout(direction));
  }

  /** Whether no rule is about this direction, as where nobody has set any. */
  boolean isEmpty() {
    return empty;
  }

  /** By address. */
  int match(long high, long low, int port) {
    AddressTable table = Cidr.isMapped(high, low) ? ipv4 : ipv6;
    return table.match(high, low, port, everywhere.match(port));
  }

  /** Among the rules that name hosts. */
  int matchName(String host, int port) {
    return names.match(host, port);
  }

  /** For a host that has not been looked up. */
  int matchUnresolved(String host, int port) {
    return Math.min(everywhere.match(port), names.match(host, port));
  }

  /** For a listener on all addresses. */
  int matchWildcard(int port) {
    return anyNetwork.match(port);
  }

  /** The first rule that asks for neither address nor port. */
  int unconditional() {
    return unconditional;
  }

  /** Whether a look at the host name can still find a rule before {@code found}. */
  boolean nameMayComeBefore(int found, int port) {
    return anyName.match(port) < found;
  }

  private static AddressTable addressTable(Map<Cidr, PortTable.Builder> networks, boolean ipv4) {
    Map<Cidr, PortTable> ofFamily = built(networks);
    ofFamily.keySet().removeIf(network -> network.isIpv4() != ipv4);
    return new AddressTable(ofFamily);
  }

  private static <K> Map<K, PortTable> built(Map<K, PortTable.Builder> tables) {
    Map<K, PortTable> built = new HashMap<>();
    tables.forEach((key, table) -> built.put(key, table.build()));
    return built;
  }

  /** The rules, sorted by what they ask for. */
  private static final class Tables {
    final PortTable.Builder everywhere = new PortTable.Builder();
    final PortTable.Builder anyNetwork = new PortTable.Builder();
    final PortTable.Builder anyName = new PortTable.Builder();
    final Map<Cidr, PortTable.Builder> networks = new HashMap<>();
    final Map<String, PortTable.Builder> names = new HashMap<>();
    int unconditional = PortTable.NO_RULE;

    void add(Rule rule, int index) {
      List<PortRange> ports = rule.portRanges();
      rule.to().forEach(target -> add(target, ports, index));
      if (rule.to().isEmpty()) {
        everywhere.add(ports, index);
        anyNetwork.add(ports, index);
        if (rule.ports().isEmpty()) {
          unconditional = Math.min(unconditional, index);
        }
      }
    }

    private void add(Target target, List<PortRange> ports, int index) {
      if (target.network() != null) {
        networks.computeIfAbsent(target.network(), n -> new PortTable.Builder()).add(ports, index);
        anyNetwork.add(ports, index);
      } else {
        names.computeIfAbsent(target.name(), n -> new PortTable.Builder()).add(ports, index);
        anyName.add(ports, index);
      }
    }
  }
}
