package io.github.smc4j.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the demo shows what it claims: everything came back and every link was SMC.
 *
 * @param failures what speaks against it
 */
record DemoVerdict(List<String> failures) {

  static DemoVerdict of(List<DemoRow> rows) {
    List<String> failures = new ArrayList<>();
    judgeLinks("no link seen of ", rows, row -> row.links().isEmpty(), failures);
    judgeLinks("TCP was the link of ", rows, DemoRow::hasTcp, failures);
    for (DemoRow row : rows) {
      judgeTally(row.client(), row.smc(), failures);
      judgeTally(row.client() + " over TCP", row.tcp(), failures);
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
        ? "Everything came back and every link was SMC."
        : "SMC is not shown: " + String.join("; ", failures) + ".";
  }

  private static void judgeLinks(
      String what, List<DemoRow> rows, Predicate<DemoRow> isWrong, List<String> failures) {
    List<String> clients = rows.stream().filter(isWrong).map(DemoRow::client).toList();
    if (!clients.isEmpty()) {
      failures.add(what + String.join(", ", clients));
    }
  }

  private static void judgeTally(String client, @Nullable ClientRun run, List<String> failures) {
    if (run != null && !run.tally().isComplete()) {
      failures.add(client + ": " + run.tally());
    }
  }
}
