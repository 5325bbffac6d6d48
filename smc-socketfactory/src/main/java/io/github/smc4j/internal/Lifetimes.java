package io.github.smc4j.internal;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Counts how many connections over SMC live but briefly, by destination: SMC takes more to set up
 * than TCP, which such connections do not earn back. When more than half do, it says so once.
 *
 * <p>Thread-safe.
 */
public final class Lifetimes {
  /** What counts as brief: anything shorter, in nanoseconds. */
  static final long BRIEF = TimeUnit.SECONDS.toNanos(1);

  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  /** Of the whole JVM. */
  public static final Lifetimes JVM =
      new Lifetimes(10_000, message -> LOG.log(System.Logger.Level.INFO, message));

  private static final int FEWEST = 50;

  private final Map<Destination, Count> counts;
  private final Consumer<String> advice;

  /**
   * @param capacity of more destinations, those counted first are forgotten
   */
  Lifetimes(int capacity, Consumer<String> advice) {
    this.advice = advice;
    this.counts = BoundedMap.of(capacity);
  }

  private static final class Count {
    int all;
    int brief;
    boolean told;

    boolean isWorthTelling() {
      return !told && all >= FEWEST && 2 * brief > all;
    }
  }

  /** Counts a connection that is over or has lived longer than briefly. */
  public void add(InetSocketAddress address, long nanoseconds) {
    Destination destination = Destination.of(address);
    if (destination != null && isWorthTelling(destination, nanoseconds < BRIEF)) {
      advice.accept(advice(destination.toAddress()));
    }
  }

  private synchronized boolean isWorthTelling(Destination destination, boolean brief) {
    Count count = counts.get(destination);
    if (count == null) {
      count = new Count();
      counts.put(destination, count);
    }
    count.all++;
    count.brief += brief ? 1 : 0;
    boolean worth = count.isWorthTelling();
    count.told |= worth;
    return worth;
  }

  private static String advice(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return ("most connections to %s port %d are closed within a second (the median of at least %d is"
            + " shorter), but SMC takes longer to set up than TCP and pays only for connections that"
            + " live on; pool them, or keep them on TCP with the rule { direction = connect,"
            + " to = \"%s\", ports = %d, mode = off } in smc.rules")
        .formatted(host, address.getPort(), FEWEST, host, address.getPort());
  }
}
