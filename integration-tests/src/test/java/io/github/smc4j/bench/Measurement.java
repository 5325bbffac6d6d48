package io.github.smc4j.bench;

import java.io.IOException;
import java.util.Arrays;

/**
 * Repeats something in rounds. The first two warm up: with {@code -Xbatch} and C1 alone everything
 * is compiled after them.
 */
final class Measurement {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 7;

  /** How often everything is repeated, the warm-up included. */
  static final int ALL_ROUNDS = WARM_UP + ROUNDS;

  private Measurement() {}

  /** What one repetition takes, in nanoseconds: the median of the rounds. */
  static long of(int repetitions, Step step) throws IOException {
    long[] rounds = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < repetitions; i++) {
        step.run();
      }
      if (round >= 0) {
        rounds[round] = (System.nanoTime() - start) / repetitions;
      }
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }
}
