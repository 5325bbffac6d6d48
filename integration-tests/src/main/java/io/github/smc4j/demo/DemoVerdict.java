package io.github.smc4j.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the demo shows what it claims: every record came back and every link was SMC.
 *
 * @param failures what speaks against it
 */
record DemoVerdict(List<String> failures) {

  static DemoVerdict of(List<DemoRow> rows, int expected) {
    List<String> failures = new ArrayList<>();
    for (DemoRow row : rows) {
      judgeLinks(row, failures);
      judgeRecords(row.client(), row.smc(), expected, failures);
      judgeRecords(row.client() + " over TCP", row.tcp(), expected, failures);
      judgeComparison(row, failures);
    }
    return new DemoVerdict(List.copyOf(failures));
  }

  boolean isGood() {
    return failures.isEmpty();
  }

  @Override
  public String toString() {
    return isGood()
        ? "Every record came back and every link was SMC."
        : "Not shown: " + String.join("; ", failures) + ".";
  }

  private static void judgeLinks(DemoRow row, List<String> failures) {
    if (row.links().isEmpty()) {
      failures.add(row.client() + ": no link seen");
    } else if (!row.isAllSmc()) {
      failures.add(row.client() + ": TCP");
    }
  }

  private static void judgeRecords(
      String client, @Nullable ClientRun run, int expected, List<String> failures) {
    if (run != null && run.records() != expected) {
      failures.add(
          String.format(Locale.ROOT, "%s: %,d of %,d records", client, run.records(), expected));
    }
  }

  private static void judgeComparison(DemoRow row, List<String> failures) {
    if (row.tcp() != null && !row.tcp().links().stream().allMatch(ObservedLink::isTcp)) {
      failures.add(row.client() + ": the comparison with TCP ran over SMC");
    }
  }
}
