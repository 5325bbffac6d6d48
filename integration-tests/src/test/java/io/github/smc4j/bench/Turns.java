package io.github.smc4j.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What two things take that are repeated by turns, as medians. */
record Turns(Taken first, Taken second) {
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 120;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * @param nanoseconds all that it takes
   * @param ofThisJvm the processor time of this JVM's threads, but for the collector's and the
   *     compiler's
   */
  record Taken(long nanoseconds, long ofThisJvm) {}

  static Turns of(Measurement.Step first, Measurement.Step second) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      round(first);
      round(second);
    }
    Taken[] ofFirst = new Taken[ROUNDS];
    Taken[] ofSecond = new Taken[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ofFirst[i] = round(first);
      ofSecond[i] = round(second);
    }
    return new Turns(median(ofFirst), median(ofSecond));
  }

  private static Taken round(Measurement.Step step) throws IOException {
    long processor = processorTime();
    long start = System.nanoTime();
    step.run();
    long nanoseconds = System.nanoTime() - start;
    return new Taken(nanoseconds, processorTime() - processor);
  }

  private static long processorTime() {
    return LongStream.of(THREADS.getThreadCpuTime(THREADS.getAllThreadIds())).sum();
  }

  private static Taken median(Taken[] rounds) {
    return new Taken(
        median(Arrays.stream(rounds).mapToLong(Taken::nanoseconds)),
        median(Arrays.stream(rounds).mapToLong(Taken::ofThisJvm)));
  }

  private static long median(LongStream values) {
    long[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
