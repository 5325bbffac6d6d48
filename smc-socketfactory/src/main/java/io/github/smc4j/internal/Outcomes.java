package io.github.smc4j.internal;

import io.github.smc4j.internal.Handshake.Result;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Set;

/**
 * How connections to destinations have ended up, for the log to tell what is new and not what
 * happens again and again.
 *
 * <p>Thread-safe.
 */
public final class Outcomes {
  /** Of the whole JVM. */
  public static final Outcomes JVM = new Outcomes(10_000);

  private final Set<Outcome> seen;

  /**
   * @param capacity of more outcomes, those seen first are forgotten
   */
  Outcomes(int capacity) {
    this.seen = Collections.newSetFromMap(BoundedMap.of(capacity));
  }

  private record Outcome(Destination destination, Result result) {}

  /** Notes an outcome; whether it is the first of its kind for that destination. */
  public boolean isNews(InetSocketAddress address, Result result) {
    Destination destination = Destination.of(address);
    return destination != null && isFirst(new Outcome(destination, result));
  }

  private synchronized boolean isFirst(Outcome outcome) {
    return seen.add(outcome);
  }
}
