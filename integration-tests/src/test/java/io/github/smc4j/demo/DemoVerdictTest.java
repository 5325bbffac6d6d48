package io.github.smc4j.demo;

import static io.github.smc4j.demo.Samples.ALL;
import static io.github.smc4j.demo.Samples.connection;
import static io.github.smc4j.demo.Samples.listener;
import static io.github.smc4j.demo.Samples.run;
import static io.github.smc4j.demo.Samples.tally;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.ObservedLink.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoVerdictTest {
  @Test
  void of_isGoodWhenEverythingCameBackAndAllLinksWereSmc() {
    DemoVerdict verdict =
        DemoVerdict.of(
            List.of(
                DemoRow.ofRuns("producer", "d", run(Kind.SMC_D, ALL), run(Kind.TCP, ALL)),
                DemoRow.ofRuns("consumer", "d", run(Kind.SMC_R, ALL), run(Kind.TCP, ALL)),
                DemoRow.ofLinks("broker", "d", List.of(listener(Kind.SMC)))));

    assertThat(verdict.isGood()).isTrue();
    assertThat(verdict).hasToString("Everything came back and every link was SMC.");
  }

  @Test
  void of_failsWhenOneOfManyLinksWasTcp() {
    ClientRun run =
        new ClientRun(
            List.of(connection(Kind.SMC_D, null), connection(Kind.TCP, "reason")),
            tally(ALL),
            Duration.ofSeconds(1));

    assertFailure(
        DemoRow.ofRuns("producer", "d", run, run(Kind.TCP, ALL)), "TCP was the link of producer");
  }

  @Test
  void of_failsWhenAListenerIsTcp() {
    assertFailure(
        DemoRow.ofLinks("broker", "d", List.of(listener(Kind.TCP))), "TCP was the link of broker");
  }

  @Test
  void of_failsWhenNoLinkWasSeen() {
    assertFailure(DemoRow.ofLinks("broker", "d", List.of()), "no link seen of broker");
  }

  @Test
  void of_failsWhenARecordIsMissing() {
    assertFailure(
        DemoRow.ofRuns("consumer", "d", run(Kind.SMC_D, ALL - 1), run(Kind.TCP, ALL)),
        "consumer: 4,999 of 5,000 records");
  }

  @Test
  void of_failsWhenARecordIsMissingFromTheComparison() {
    assertFailure(
        DemoRow.ofRuns("consumer", "d", run(Kind.SMC_D, ALL), run(Kind.TCP, 0)),
        "consumer over TCP: 0 of 5,000 records");
  }

  @Test
  void of_failsWhenTheComparisonWasNoTcp() {
    assertFailure(
        DemoRow.ofRuns("consumer", "d", run(Kind.SMC_D, ALL), run(Kind.SMC_D, ALL)),
        "SMC was the link of the comparison of consumer");
  }

  private static void assertFailure(DemoRow row, String failure) {
    DemoVerdict verdict = DemoVerdict.of(List.of(row));

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.toString()).contains(failure);
  }
}
