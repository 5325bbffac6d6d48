package io.github.smc4j.contract;

import io.github.smc4j.Breaker;
import java.net.SocketAddress;
import java.util.List;

/**
 * What the breaker holds against one destination. Connects of earlier tests may end meanwhile, and
 * then others have failed, too.
 */
public final class Failures {
  private Failures() {}

  public static List<Breaker.Failure> of(SocketAddress destination) {
    return Breaker.failures().stream()
        .filter(failure -> failure.destination().equals(destination))
        .toList();
  }
}
