package io.github.smc4j.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What two things take that are repeated by turns: the mean of the middle half of the rounds. Where
 * many threads take part the rounds differ by 2 percent, and this differs less than a median.
 */
record Turns(Taken first, Taken second) {
  private static final int WARM_UP = 40;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * @param nanoseconds all that it takes
   * @param ofThisJvm the processor time of this JVM's threads, but for the collector's and the
   *     compiler's
   */
  record Taken(long nanoseconds, long ofThisJvm) {}

  /**
   * @param rounds of each
   */
  static Turns of(int rounds, Measurement.Step first, Measurement.Step second) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      round(first);
      round(second);
    }
    Taken[] ofFirst = new Taken[rounds];
    Taken[] ofSecond = new Taken[rounds];
    for (int i = 0; i < rounds; i++) {
      ofFirst[i] = round(first);
      ofSecond[i] = round(second);
    }
    return new Turns(middle(ofFirst), middle(ofSecond));
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

  private static Taken middle(Taken[] rounds) {
    return new Taken(
        middle(Arrays.stream(rounds).mapToLong(Taken::nanoseconds)),
        middle(Arrays.stream(rounds).mapToLong(Taken::ofThisJvm)));
  }

  private static long middle(LongStream values) {
    long[] sorted = values.sorted().toArray();
    int quarter = sorted.length / 4;
    return Math.round(
        Arrays.stream(sorted, quarter, sorted.length - quarter).average().orElseThrow());
  }
}
