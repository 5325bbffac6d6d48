package io.github.smc4j.bench;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a variant of a program printed in each of its JVMs. The one in the middle counts: now and
 * then every repetition in one JVM alone takes 5 to 7 percent more.
 */
final class Runs {
  private static final Path SOCKETS = Path.of("/proc/net/sockstat");

  /** All that it took, then the parts of that; the JVM that took least first. */
  private final List<List<Long>> figures = new ArrayList<>();

  /**
   * Runs it in another JVM.
   *
   * @param arguments of the program, after its sockets
   */
  void add(Variant variant, Class<?> program, Path preload, List<String> arguments)
      throws IOException, InterruptedException {
    awaitNoTimeWait();
    figures.add(variant.run(program, preload, arguments));
    figures.sort(Comparator.comparing(figure -> figure.get(0)));
  }

  /**
   * Each JVM is to find the kernel without connections of earlier ones: past a limit, 32,768 in a
   * guest, it keeps no more of them for a minute, and one that it does not keep takes half a
   * percent less. Where the clock counts instructions that minute takes none.
   */
  private static void awaitNoTimeWait() {
    await()
        .atMost(Duration.ofMinutes(10))
        .until(() -> Files.readString(SOCKETS).contains(" tw 0 "));
  }

  double ratio(Runs reference) {
    return (double) middle().get(0) / reference.middle().get(0);
  }

  private List<Long> middle() {
    return figures.get(figures.size() / 2);
  }

  /** What it took in the JVM in the middle and the parts of that, and what it took in each. */
  @Override
  public String toString() {
    String middle = middle().stream().map("%8d"::formatted).collect(joining(" "));
    return figures.size() == 1
        ? middle
        : middle + "  in JVMs " + figures.stream().map(figure -> figure.get(0)).toList();
  }
}
