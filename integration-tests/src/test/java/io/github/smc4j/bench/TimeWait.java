package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the kernel keeps of a closed connection for a minute, though of no more than 32,768 in a
 * guest of 6 GB: beyond that a connection takes half a percent less to close.
 */
final class TimeWait {
  private static final Path SOCKETS = Path.of("/proc/net/sockstat");

  private TimeWait() {}

  /** Waits until none is left, which takes no time where the clock counts instructions. */
  static void awaitNone() {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(SOCKETS).content().contains(" tw 0 "));
  }
}
