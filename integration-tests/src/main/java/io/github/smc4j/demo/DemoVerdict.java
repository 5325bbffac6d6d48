package io.github.smc4j.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the demo shows what it claims: every record came back and every link was SMC.
 *
 * @param failures what speaks against it
 */
record DemoVerdict(List<String> failures) {

  static DemoVerdict of(List<DemoRow> rows, int expected) {
    List<String> failures = new ArrayList<>();
    judgeLinks("no link seen of ", rows, row -> row.links().isEmpty(), failures);
    judgeLinks("TCP was the link of ", rows, DemoRow::hasTcp, failures);
    for (DemoRow row : rows) {
      judgeRecords(row.client(), row.smc(), expected, failures);
      judgeRecords(row.client() + " over TCP", row.tcp(), expected, failures);
    }
    judgeLinks(
        "SMC was the link of the comparison of ", rows, DemoRow::isComparedWithSmc, failures);
    return new DemoVerdict(List.copyOf(failures));
  }

  boolean isGood() {
    return failures.isEmpty();
  }

  @Override
  public String toString() {
    return isGood()
        ? "Every record came back and every link was SMC."
        : "SMC is not shown: " + String.join("; ", failures) + ".";
  }

  private static void judgeLinks(
      String what, List<DemoRow> rows, Predicate<DemoRow> isWrong, List<String> failures) {
    List<String> clients = rows.stream().filter(isWrong).map(DemoRow::client).toList();
    if (!clients.isEmpty()) {
      failures.add(what + String.join(", ", clients));
    }
  }

  private static void judgeRecords(
      String client, @Nullable ClientRun run, int expected, List<String> failures) {
    if (run != null && run.records() != expected) {
      failures.add(
          String.format(Locale.ROOT, "%s: %,d of %,d records", client, run.records(), expected));
    }
  }
}
