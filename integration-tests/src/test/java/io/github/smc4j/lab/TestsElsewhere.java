package io.github.smc4j.lab;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.smc4j.lab.Command.Ending;
import io.github.smc4j.lab.TestResult.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Runs the tests of selections in other places, each in one of its own and all at once, and
 * publishes their results as its own.
 */
@Tag("elsewhere")
abstract class TestsElsewhere {
  private static final int LAST_LINES = 60;

  private final Place place;
  private final List<Run> runs;

  TestsElsewhere(Selection selection, Supplier<Jdk> jdk, Place place) {
    this(place, new Run("", selection, jdk));
  }

  TestsElsewhere(Place place, Run... runs) {
    this.place = place;
    this.runs = List.of(runs);
  }

  /**
   * What runs in one place.
   *
   * @param name of its directory, empty if there is no other
   */
  record Run(String name, Selection selection, Supplier<Jdk> jdk) {}

  @TestFactory
  Stream<DynamicNode> tests() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      List<Future<Stream<DynamicNode>>> all =
          threads.invokeAll(runs.stream().map(this::inItsPlace).toList());
      return all.stream().flatMap(TestsElsewhere::resultsOf);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Stream<DynamicNode>> inItsPlace(Run run) {
    return () -> tests(run);
  }

  private static Stream<DynamicNode> resultsOf(Future<Stream<DynamicNode>> run) {
    try {
      return run.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException("it is over", e);
    } catch (ExecutionException e) {
      return Stream.of(dynamicTest("all tests", () -> rethrow(e.getCause())));
    }
  }

  private Stream<DynamicNode> tests(Run run) throws IOException, InterruptedException {
    try {
      return results(run).entrySet().stream()
          .map(entry -> container(run.name() + entry.getKey(), entry.getValue()));
    } catch (TestAbortedException reason) {
      return Stream.of(dynamicTest("all tests with " + run.selection(), () -> rethrow(reason)));
    }
  }

  private Map<String, List<TestResult>> results(Run run) throws IOException, InterruptedException {
    Path directory =
        emptied(
            Path.of("target", "elsewhere", getClass().getSimpleName() + run.name())
                .toAbsolutePath());
    Ending ending = place.run(run.selection(), run.jdk().get(), directory);
    List<TestResult> results = Reports.in(directory);
    requireResultsOf(ending, results);
    return results.stream()
        .sorted(Comparator.comparing(TestResult::name))
        .collect(groupingBy(TestResult::className, TreeMap::new, toList()));
  }

  /** Only a test counts as skipped in the reports, a factory of tests does not. */
  private static void rethrow(Throwable reason) throws Throwable {
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
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(directory);
  }
}
