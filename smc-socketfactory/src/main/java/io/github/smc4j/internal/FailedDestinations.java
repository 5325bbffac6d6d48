package io.github.smc4j.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The breaker: destinations that failed over SMC where TCP would not have, to be dialled with TCP
 * for a while. One for the whole JVM, because whoever fails spares the others the attempt.
 *
 * <p>Thread-safe.
 */
public final class FailedDestinations {
  /** Of the whole JVM. */
  public static final FailedDestinations JVM = new FailedDestinations(100_000, System::nanoTime);

  private final LongSupplier nanoTime;

  /** Those that failed longest ago first. */
  private final Map<Destination, Failure> failures;

  /** Spares every connect the lock as long as nothing fails. */
  private volatile boolean empty = true;

  /**
   * @param capacity of more destinations, those that failed longest ago are forgotten
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  FailedDestinations(int capacity, LongSupplier nanoTime) {
    this.failures = BoundedMap.of(capacity);
    this.nanoTime = nanoTime;
  }

  private record Failure(String cause, long until) {}

  /** A destination that is dialled with TCP, for what is left of its time. */
  public record Remembered(InetSocketAddress destination, String cause, Duration left) {}

  /** Remembers a failure, in place of an earlier one. Destinations not looked up are left out. */
  public void remember(InetSocketAddress destination, String cause, Duration time) {
    Destination key = Destination.of(destination);
    if (key != null) {
      // Interned, because many destinations fail for few causes
      remember(key, new Failure(cause.intern(), nanoTime.getAsLong() + time.toNanos()));
    }
  }

  private synchronized void remember(Destination key, Failure failure) {
    failures.remove(key);
    failures.put(key, failure);
    empty = false;
  }

  /** Whether a destination has failed and its time has not passed. */
  public boolean contains(InetSocketAddress destination) {
    return !empty && causeOf(destination) != null;
  }

  /** Why a destination is dialled with TCP, or null if it is not. */
  public synchronized @Nullable String causeOf(InetSocketAddress destination) {
    Failure failure = failures.get(Destination.of(destination));
    return failure != null && isCurrent(failure) ? failure.cause : null;
  }

  /** All of them, those that failed longest ago first. */
  public synchronized List<Remembered> list() {
    long now = nanoTime.getAsLong();
    List<Remembered> list = new ArrayList<>();
    failures.forEach(
        (key, failure) -> {
          if (isCurrent(failure)) {
            Duration left = Duration.ofNanos(failure.until - now);
            list.add(new Remembered(key.toAddress(), failure.cause, left));
          }
        });
    return list;
  }

  /** Forgets one; whether it was there. */
  public synchronized boolean forget(InetSocketAddress destination) {
    boolean known = failures.remove(Destination.of(destination)) != null;
    empty = failures.isEmpty();
    return known;
  }

  /** Forgets all. */
  public synchronized void clear() {
    failures.clear();
    empty = true;
  }

  private boolean isCurrent(Failure failure) {
    return failure.until - nanoTime.getAsLong() > 0;
  }
}
