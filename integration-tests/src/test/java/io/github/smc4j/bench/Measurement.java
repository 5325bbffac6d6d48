package io.github.smc4j.bench;

import java.io.IOException;

/**
 * Repeats something in rounds. The first two warm up: with {@code -Xbatch} and C1 alone everything
 * is compiled after them.
 */
final class Measurement {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 12;

  /** How often everything is repeated, the warm-up included. */
  static final int ALL_ROUNDS = WARM_UP + ROUNDS;

  private Measurement() {}

  /**
   * What one repetition takes, in nanoseconds: that of the best round, because all that can come
   * between adds to it.
   */
  static long of(int repetitions, Step step) throws IOException {
    long best = Long.MAX_VALUE;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < repetitions; i++) {
        step.run();
      }
      if (round >= 0) {
        best = Math.min(best, (System.nanoTime() - start) / repetitions);
      }
    }
    return best;
  }

  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }
}
