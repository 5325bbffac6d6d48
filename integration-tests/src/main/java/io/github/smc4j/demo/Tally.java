package io.github.smc4j.demo;

import java.util.Locale;

/**
 * How much of something came back.
 *
 * @param things what it is, in the plural
 */
record Tally(int returned, int all, String things) {
  boolean isComplete() {
    return returned == all;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d of %,d %s", returned, all, things);
  }
}
