package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deciding allocates nothing, counted by the JVM. */
class PolicyAllocationTest {
  private static final int ROUNDS = 20_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource
  void deciding_allocatesNothingAmongAThousandRules(ThousandRules.Kind kind) {
    assertThat(allocatedBy(ThousandRules.policy(), ThousandRules.destinations(kind))).isZero();
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
      int preferred = preferred(policy, all);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(preferred).isPositive();
    }
    return least;
  }

  private static int preferred(Policy policy, InetSocketAddress[] ends) {
    int preferred = 0;
    for (int round = 0; round < ROUNDS; round++) {
      InetSocketAddress end = ends[round % ends.length];
      preferred += policy.connect(end).mode() == Mode.PREFER ? 1 : 0;
      preferred += policy.listen(end).mode() == Mode.PREFER ? 1 : 0;
      preferred += policy.undecidedDestination().mode() == Mode.PREFER ? 1 : 0;
    }
    return preferred;
  }
}
