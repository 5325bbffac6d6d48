package io.github.smc4j.internal.policy;

import static org.openjdk.jmh.annotations.Mode.AverageTime;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one decision among a thousand rules takes. */
@State(Scope.Benchmark)
@BenchmarkMode(AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PolicyBenchmark {
  /** In an order that is too long for the processor to learn. */
  private static final int ROUND = 1 << 14;

  @Param({"MIXED", "IPV4", "IPV4_WITH_NAME", "IPV6", "IPV6_WITH_NAME", "NAME"})
  private String destination;

  private final Policy policy = ThousandRules.policy();
  private final InetSocketAddress[] round = new InetSocketAddress[ROUND];
  private int next;

  @Setup
  public void shuffle() {
    List<InetSocketAddress> all = destinations();
    Random random = new Random(1);
    for (int i = 0; i < ROUND; i++) {
      round[i] = all.get(random.nextInt(all.size()));
    }
  }

  private List<InetSocketAddress> destinations() {
    List<InetSocketAddress> destinations = new ArrayList<>();
    for (ThousandRules.Kind kind : ThousandRules.Kind.values()) {
      if (destination.equals("MIXED") || destination.equals(kind.name())) {
        destinations.addAll(ThousandRules.destinations(kind));
      }
    }
    return destinations;
  }

  @Benchmark
  public Decision connect() {
    next = (next + 1) % ROUND;
    return policy.connect(round[next]);
  }
}
