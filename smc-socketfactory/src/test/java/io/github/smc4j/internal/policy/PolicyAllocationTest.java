package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deciding allocates nothing, counted by the JVM. */
class PolicyAllocationTest {
  private static final int ROUNDS = 20_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void deciding_allocatesNothingAmongAThousandRules() throws UnknownHostException {
    assertThat(allocatedBy(policyOf(1000, true), destinations("host495.example.org"))).isZero();
  }

  @Test
  void deciding_allocatesNothingForAddressesWithoutANameWhereNoRuleNamesHosts()
      throws UnknownHostException {
    assertThat(allocatedBy(policyOf(1000, false), destinations(null))).isZero();
  }

  /**
   * The bytes of one loop over all destinations: the least of several, because the JVM puts some 50
   * bytes on the account of a thread whenever it swaps compiled code under it.
   */
  private long allocatedBy(Policy policy, List<InetSocketAddress> ends) {
    InetSocketAddress[] all = ends.toArray(InetSocketAddress[]::new);
    long least = Long.MAX_VALUE;
    for (int loop = 0; loop < 5; loop++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      int required = required(policy, all);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(required).isPositive();
    }
    return least;
  }

  private static int required(Policy policy, InetSocketAddress[] ends) {
    int required = 0;
    for (int round = 0; round < ROUNDS; round++) {
      InetSocketAddress end = ends[round % ends.length];
      required += policy.connect(end).mode() == Mode.REQUIRE ? 1 : 0;
      required += policy.listen(end).mode() == Mode.REQUIRE ? 1 : 0;
      required += policy.undecidedDestination().mode() == Mode.REQUIRE ? 1 : 0;
    }
    return required;
  }

  private static Policy policyOf(int count, boolean withNames) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = i % (withNames ? 4 : 3);
      String to =
          switch (kind) {
            case 0 -> "10." + i / 256 + "." + i % 256 + ".0/24";
            case 1 -> "fd00:" + Integer.toHexString(i) + "::/32";
            case 2 -> "192.168." + i % 256 + "." + i % 100;
            default -> "host" + i + ".example.org";
          };
      rules.add(
          new Rule(
              null,
              List.of(Target.parse(to)),
              List.of(new PortRange(i + 1, i + 10)),
              Mode.REQUIRE,
              "rule " + i));
    }
    return new Policy(
        rules, new Decision(Mode.PREFER, "smc.mode"), new Decision(Mode.OFF, "public"));
  }

  private static List<InetSocketAddress> destinations(String host) throws UnknownHostException {
    List<InetSocketAddress> ends = new ArrayList<>();
    for (String address :
        new String[] {
          "10.1.236.1", "192.168.238.94", "203.0.113.7", "fd00:1ed::1", "2001:db8::1"
        }) {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      ends.add(new InetSocketAddress(InetAddress.getByAddress(host, bytes), 500));
    }
    ends.add(InetSocketAddress.createUnresolved("host495.example.org", 500));
    return ends;
  }
}
