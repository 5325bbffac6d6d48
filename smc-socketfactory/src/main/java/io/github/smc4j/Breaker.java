package io.github.smc4j;

import io.github.smc4j.internal.FailedDestinations;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The destinations that this JVM dials with TCP for a while, because connecting to them over SMC
 * failed where TCP would not have: the peer, or something between, took up SMC's offer and did not
 * go through with it, or the handshake left messages in the stream.
 *
 * <p>A failure is remembered for {@code smc.breaker.remember}, for the whole JVM. At most 100,000
 * destinations are kept; those that failed longest ago leave first. A policy that requires SMC pays
 * no heed to it. What is no failure is not in here: a peer without SMC, whose connections fall back
 * to TCP as the kernel provides, or one that cannot be reached at all.
 *
 * <p>Thread-safe. Where the host has no SMC it is always empty.
 */
public final class Breaker {
  private Breaker() {}

  /**
   * A destination that is dialled with TCP.
   *
   * @param destination address and port
   * @param cause what went wrong over SMC, in words
   * @param until when SMC is tried again
   */
  public record Failure(InetSocketAddress destination, String cause, Instant until) {}

  /**
   * The failures that are remembered.
   *
   * @return a copy, those that failed longest ago first
   */
  public static List<Failure> failures() {
    Instant now = Instant.now();
    return FailedDestinations.JVM.list().stream()
        .map(failed -> new Failure(failed.destination(), failed.cause(), now.plus(failed.left())))
        .toList();
  }

  /** Forgets all failures: SMC is tried again at once. */
  public static void clear() {
    FailedDestinations.JVM.clear();
  }

  /**
   * Forgets the failure of one destination.
   *
   * @param destination address and port; one that is not looked up is never remembered
   * @return whether it was remembered
   */
  public static boolean clear(InetSocketAddress destination) {
    return FailedDestinations.JVM.forget(Objects.requireNonNull(destination, "destination"));
  }
}
