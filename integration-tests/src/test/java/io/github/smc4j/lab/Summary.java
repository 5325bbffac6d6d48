package io.github.smc4j.lab;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.smc4j.lab.TestResult.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Prints how many tests passed, failed and were skipped, on the host and in the lab. */
public final class Summary {
  private static final Predicate<Path> OF_THE_LAB =
      report -> report.getFileName().toString().matches("TEST-.*\\.lab\\.Lab\\w*IT\\.xml");

  private Summary() {}

  /**
   * Counts over all modules' reports.
   *
   * @param arguments the directory of the modules, and when the build began: older reports are left
   *     over from others
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> reports = reports(Path.of(arguments[0]), Instant.parse(arguments[1]));
    print("host", reports.stream().filter(OF_THE_LAB.negate()).toList());
    print("lab", reports.stream().filter(OF_THE_LAB).toList());
  }

  private static List<Path> reports(Path modules, Instant since) throws IOException {
    List<Path> reports = new ArrayList<>();
    try (Stream<Path> directories = Files.list(modules)) {
      for (Path module : directories.toList()) {
        reports.addAll(Reports.files(module.resolve("target/surefire-reports")));
        reports.addAll(Reports.files(module.resolve("target/failsafe-reports")));
      }
    }
    for (Path report : List.copyOf(reports)) {
      if (Files.getLastModifiedTime(report).toInstant().isBefore(since)) {
        reports.remove(report);
      }
    }
    return reports;
  }

  private static void print(String place, List<Path> reports) throws IOException {
    List<TestResult> results = new ArrayList<>();
    for (Path report : reports) {
      results.addAll(Reports.results(report));
    }
    System.out.printf(
        "[SUMMARY] %-5s tests: %d passed, %d failed, %d skipped%n",
        place,
        count(results, Kind.PASSED),
        count(results, Kind.FAILED),
        count(results, Kind.SKIPPED));
    results.stream()
        .filter(result -> result.kind() == Kind.SKIPPED)
        .collect(groupingBy(TestResult::detail, TreeMap::new, counting()))
        .forEach(
            (reason, count) -> System.out.printf("[SUMMARY]   skipped %d: %s%n", count, reason));
  }

  private static long count(List<TestResult> results, Kind kind) {
    return results.stream().filter(result -> result.kind() == kind).count();
  }
}
