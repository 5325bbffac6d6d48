package io.github.smc4j.lab;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.smc4j.lab.Command.Ending;
import io.github.smc4j.lab.TestResult.Kind;
import io.github.smc4j.process.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a selection in another place, and publishes their results as its own. */
@Tag("elsewhere")
abstract class TestsElsewhere {
  private static final int LAST_LINES = 60;

  private final Selection selection;
  private final Supplier<Jdk> jdk;
  private final Place place;

  TestsElsewhere(Selection selection, Supplier<Jdk> jdk, Place place) {
    this.selection = selection;
    this.jdk = jdk;
    this.place = place;
  }

  @TestFactory
  Stream<DynamicNode> tests() throws IOException, InterruptedException {
    try {
      return results().entrySet().stream()
          .map(entry -> container(entry.getKey(), entry.getValue()));
    } catch (TestAbortedException reason) {
      return Stream.of(dynamicTest("all tests with " + selection, () -> rethrow(reason)));
    }
  }

  private Map<String, List<TestResult>> results() throws IOException, InterruptedException {
    Path directory =
        emptied(Path.of("target", "elsewhere", getClass().getSimpleName()).toAbsolutePath());
    Ending ending = place.run(selection, jdk.get(), directory);
    List<TestResult> results = Reports.in(directory);
    requireResultsOf(ending, results);
    return results.stream()
        .sorted(Comparator.comparing(TestResult::name))
        .collect(groupingBy(TestResult::className, TreeMap::new, toList()));
  }

  /** Only a test counts as skipped in the reports, a factory of tests does not. */
  private static void rethrow(TestAbortedException reason) {
    throw reason;
  }

  private static DynamicNode container(String className, List<TestResult> results) {
    return dynamicContainer(
        className, results.stream().map(result -> dynamicTest(result.name(), result::replay)));
  }

  /** A run that broke off, or failed in no test, is no less a failure than a failed test. */
  private static void requireResultsOf(Ending ending, List<TestResult> results) throws IOException {
    boolean failureReported = results.stream().anyMatch(result -> result.kind() == Kind.FAILED);
    if (results.isEmpty() || (ending.status() != 0) != failureReported) {
      throw new AssertionError(
          "%s: exit status %d, %d results reported; the last lines of %s:%n%s"
              .formatted(
                  results.isEmpty() ? "no test ran" : "not all tests ran",
                  ending.status(),
                  results.size(),
                  ending.log(),
                  ending.lastLines(LAST_LINES)));
    }
  }

  private static Path emptied(Path directory) throws IOException {
    if (Files.exists(directory)) {
      DirectoryTree.delete(directory);
    }
    return Files.createDirectories(directory);
  }
}
