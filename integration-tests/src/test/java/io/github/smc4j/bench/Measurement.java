package io.github.smc4j.bench;

import java.io.IOException;
import java.util.Arrays;

/**
 * Repeats something in rounds, many and short, so that what comes between (the compiler, the
 * collector, a timer) is in few of them. The first ones warm up: with {@code -Xbatch} and C1 alone
 * almost everything is compiled after them.
 */
final class Measurement {
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 120;
  private static final int LONG_ROUNDS = 12;
  private static final int LONGER = ROUNDS / LONG_ROUNDS;

  /** How often everything is repeated, the warm-up included. */
  static final int ALL_ROUNDS = WARM_UP + ROUNDS;

  private Measurement() {}

  /**
   * What one repetition takes, in nanoseconds: the median of the rounds. The best round differs
   * from one JVM to the next by more than the half percent that is to be seen.
   */
  static long of(int repetitions, Step step) throws IOException {
    warmUp(repetitions, step);
    long[] rounds = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rounds[round] = round(repetitions, step);
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2] / repetitions;
  }

  /**
   * What one repetition takes, in nanoseconds: that of the best of few long rounds. A connection's
   * making and closing repeats better so than as a median, for a reason that is not known.
   */
  static long best(int repetitions, Step step) throws IOException {
    warmUp(repetitions, step);
    int many = LONGER * repetitions;
    long best = Long.MAX_VALUE;
    for (int round = 0; round < LONG_ROUNDS; round++) {
      best = Math.min(best, round(many, step));
    }
    return best / many;
  }

  /** For those who measure more than what {@link #of} returns. */
  static void warmUp(int repetitions, Step step) throws IOException {
    for (int round = 0; round < WARM_UP; round++) {
      round(repetitions, step);
    }
  }

  private static long round(int repetitions, Step step) throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < repetitions; i++) {
      step.run();
    }
    return System.nanoTime() - start;
  }

  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }
}
