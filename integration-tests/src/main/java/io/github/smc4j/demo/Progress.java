package io.github.smc4j.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a waiting person what is going on. */
final class Progress {
  private final long start = System.nanoTime();
  private final PrintStream output;

  Progress(PrintStream output) {
    this.output = output;
  }

  void say(String what) {
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    output.printf(Locale.ROOT, "%4d s  %s%n", seconds, what);
  }
}
