package io.github.smc4j.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KafkaBrokerIT {
  private static final String KAFKA = Path.of("kafka", "target", "libs").toAbsolutePath() + "/*";

  @TempDir Path directory;

  @Test
  void start_returnsABrokerThatServesClientsUntilItIsClosed()
      throws IOException, InterruptedException {
    KafkaBroker broker = KafkaBroker.start(KAFKA, directory, Map.of());
    try (broker;
        Topics topics = new Topics(broker.bootstrapServers(), Map.of())) {
      topics.create("topic");

      assertThat(topics.size("topic")).isZero();
    }
    assertThat(ProcessHandle.of(broker.pid())).isEmpty();
  }

  @Test
  void start_failsWithTheEndOfTheLogWhereTheServerCannotStart() {
    assertThatThrownBy(
            () ->
                KafkaBroker.start(KAFKA, directory, Map.of("metric.reporters", "no.such.Reporter")))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("ended before it was ready", "no.such.Reporter");
  }
}
