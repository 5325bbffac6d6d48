package io.github.smc4j.bench;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.AbstractDoubleAssert;

/** What each variant of a program took, in instructions. */
final class Figures {
  private final String title;
  private final Map<Variant, Runs> runs = new EnumMap<>(Variant.class);

  private Figures(String title) {
    this.title = title;
  }

  /**
   * Runs all variants by turns and prints the figures as a table.
   *
   * @param jvms how many to run each variant in, of which the one in the middle counts; odd
   * @param directory for what has to be compiled
   * @param arguments of the program, after its sockets
   */
  static Figures of(
      int jvms,
      String title,
      Class<?> program,
      Path directory,
      Set<Variant> variants,
      Function<Variant, List<String>> arguments)
      throws IOException, InterruptedException {
    Path preload = Preload.compile(directory);
    Figures measured = new Figures(title);
    for (int turn = 0; turn < jvms; turn++) {
      for (Variant variant : variants) {
        TimeWait.awaitNone();
        measured.runsOf(variant).add(variant.run(program, preload, arguments.apply(variant)));
      }
    }
    System.out.println(measured);
    return measured;
  }

  private Runs runsOf(Variant variant) {
    return runs.computeIfAbsent(variant, added -> new Runs());
  }

  /** An assertion that shows all figures if it fails. */
  AbstractDoubleAssert<?> assertThatRatio(Variant variant, Variant reference) {
    return assertThat(ratio(variant, reference)).as(toString());
  }

  private double ratio(Variant variant, Variant reference) {
    return runs.get(variant).ratio(runs.get(reference));
  }

  @Override
  public String toString() {
    return runs.keySet().stream()
        .map(this::line)
        .collect(joining("\n", "\n" + title + ", instructions\n", ""));
  }

  private String line(Variant variant) {
    return "  %-30s %6.4f of TCP  %s"
        .formatted(variant.title(), ratio(variant, Variant.TCP), runs.get(variant));
  }
}
