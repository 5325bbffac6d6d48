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

final class DemoTableTest {

  @Test
  void format_alignsTheColumns() {
    DemoRow producer =
        DemoRow.ofRuns(
            "console producer", "127.0.0.1:9092", run(Kind.SMC_D, ALL), run(Kind.TCP, ALL));
    DemoRow broker = DemoRow.ofLinks("broker", "127.0.0.1:9092", List.of(listener(Kind.SMC)));

    assertThat(DemoTable.format(List.of(producer, broker)))
        .isEqualTo(
            """
            client            destination     link                 came back               over SMC  over TCP
            console producer  127.0.0.1:9092  SMC-D, 1 connection  5,000 of 5,000 records  2.34 s    2.34 s
            broker            127.0.0.1:9092  SMC, listening       -                       -         -
            """);
  }

  @Test
  void format_countsLinksOfTheSameKindAndCauseTogether() {
    DemoRow row =
        DemoRow.ofLinks(
            "c",
            "d",
            List.of(
                connection(Kind.SMC_D, null),
                connection(Kind.SMC_R, null),
                connection(Kind.SMC_D, null)));

    assertThat(DemoTable.format(List.of(row)))
        .contains("SMC-D, 2 connections; SMC-R, 1 connection");
  }

  @Test
  void format_wrapsALongCauseWithinItsColumn() {
    DemoRow row =
        DemoRow.ofLinks(
            "client",
            "host",
            List.of(
                connection(
                    Kind.TCP,
                    "the peer has no UEID in common with this host, give both the same")));

    assertThat(DemoTable.format(List.of(row)))
        .isEqualTo(
            """
            client  destination  link                                        came back  over SMC  over TCP
            client  host         TCP, 1 connection: the peer has no UEID in  -          -         -
                                 common with this host, give both the same
            """);
  }

  @Test
  void format_givesNoTimeOverSmcWhereALinkWasTcp() {
    ClientRun fallenBack =
        new ClientRun(
            List.of(connection(Kind.SMC_D, null), connection(Kind.TCP, "reason")),
            tally(ALL),
            Duration.ofSeconds(1));
    DemoRow row = DemoRow.ofRuns("c", "d", fallenBack, run(Kind.TCP, ALL));

    assertThat(DemoTable.format(List.of(row))).containsPattern("5,000 records +- +2\\.34 s");
  }

  @Test
  void format_saysWhereNoLinkWasSeen() {
    assertThat(DemoTable.format(List.of(DemoRow.ofLinks("c", "d", List.of()))))
        .contains("none seen");
  }
}
