package io.github.smc4j.fault;

import io.github.smc4j.contract.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt to connect came to: a connection or a failure.
 *
 * @param connection null if it failed
 * @param failure null if it succeeded
 */
record Attempt<C>(@Nullable C connection, @Nullable IOException failure, Duration took) {

  /** Makes the attempt, whose end the test waits for only so long. */
  static <C> Attempt<C> of(Callable<C> connecting) throws Exception {
    long start = System.nanoTime();
    try {
      C connection = Task.start(connecting).result();
      return new Attempt<>(connection, null, since(start));
    } catch (IOException failure) {
      return new Attempt<>(null, failure, since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The connection; throws the failure if there is none. */
  C success() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(connection);
  }

  /** What became of it, in words. */
  @Override
  public String toString() {
    return String.valueOf(failure != null ? failure : connection);
  }

  /** Writes the line of the log from which docs/fallback.md has its times, in one go. */
  void report(String fault, Object outcome) {
    System.out.print("fault: %s: %s, %d ms%n".formatted(fault, outcome, took.toMillis()));
  }
}
