package io.github.smc4j.internal.policy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A thousand rules of all kinds and destinations for them. Rules come in sixes, one of each kind,
 * and each has ten ports of its own. Networks lie in each other, five deep.
 */
final class ThousandRules {
  private static final int COUNT = 1000;

  /** The port of no rule. */
  private static final int OTHER_PORT = 80;

  private static final int KINDS = 6;

  private ThousandRules() {}

  static Policy policy() {
    List<Rule> rules = IntStream.range(0, COUNT).mapToObj(ThousandRules::rule).toList();
    return new Policy(
        rules, new Decision(Mode.PREFER, "smc.mode"), new Decision(Mode.OFF, "public"));
  }

  private static Rule rule(int index) {
    PortRange ports = new PortRange(portOf(index), portOf(index) + 9);
    return new Rule(null, targets(index), List.of(ports), Mode.PREFER, "rule " + index);
  }

  private static List<Target> targets(int index) {
    int six = index / KINDS;
    return switch (index % KINDS) {
      case 0 -> List.of(network(ipv4(six), 96 + 24));
      case 1 -> List.of(network(ipv4(six), 96 + 8 + 4 * (six % 4)));
      case 2 -> List.of(network(ipv6(six), 64));
      case 3 -> List.of(network(ipv6(six), 16 + 12 * (six % 4)));
      case 4 -> List.of(Target.parse(".team" + six + ".example.org"));
      default -> List.of();
    };
  }

  private static Target network(String address, int length) {
    Cidr bits = Cidr.parse(address);
    return new Target(
        new Cidr(bits.high() & Cidr.highMask(length), bits.low() & Cidr.lowMask(length), length),
        null);
  }

  private static int portOf(int rule) {
    return 1000 + 10 * rule;
  }

  private static String ipv4(int six) {
    return "10.1." + six + ".7";
  }

  private static String ipv6(int six) {
    return "fd00:0:1:" + six + "::7";
  }

  private static String host(int six) {
    return "db.team" + six + ".example.org";
  }

  /** How destinations are written. */
  enum Kind {
    IPV4,
    IPV4_WITH_NAME,
    IPV6,
    IPV6_WITH_NAME,
    NAME;

    private InetSocketAddress destination(int six, int port) {
      return switch (this) {
        case IPV4 -> new InetSocketAddress(address(null, ipv4(six)), port);
        case IPV4_WITH_NAME -> new InetSocketAddress(address(host(six), ipv4(six)), port);
        case IPV6 -> new InetSocketAddress(address(null, ipv6(six)), port);
        case IPV6_WITH_NAME -> new InetSocketAddress(address(host(six), ipv6(six)), port);
        case NAME -> InetSocketAddress.createUnresolved(host(six), port);
      };
    }
  }

  /** Destinations that rules among the first, rules among the last, and no rule at all match. */
  static List<InetSocketAddress> destinations(Kind kind) {
    List<InetSocketAddress> destinations = new ArrayList<>();
    int last = COUNT / KINDS - 1;
    for (int i = 0; i < 10; i++) {
      for (int six : new int[] {i, last - i}) {
        for (int rule = six * KINDS; rule < (six + 1) * KINDS; rule++) {
          destinations.add(kind.destination(six, portOf(rule)));
        }
        destinations.add(kind.destination(six, OTHER_PORT));
      }
    }
    return destinations;
  }

  private static InetAddress address(@Nullable String host, String address) {
    try {
      return InetAddress.getByAddress(host, InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
