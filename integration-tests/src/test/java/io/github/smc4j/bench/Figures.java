package io.github.smc4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each variant of a program took, in instructions. */
final class Figures {
  /** Each with what the program printed: all, then the parts of it. */
  private final Map<Variant, List<Long>> figures = new EnumMap<>(Variant.class);

  /**
   * Runs all variants and prints the figures as a table.
   *
   * @param directory for what has to be compiled
   * @param arguments of the program, after its sockets
   */
  static Figures of(String title, Class<?> program, Path directory, String... arguments)
      throws IOException, InterruptedException {
    return of(title, program, directory, EnumSet.allOf(Variant.class), arguments);
  }

  /** As {@link #of}, for some variants. */
  static Figures of(
      String title, Class<?> program, Path directory, Set<Variant> variants, String... arguments)
      throws IOException, InterruptedException {
    Path preload = Preload.compile(directory);
    Figures measured = new Figures();
    for (Variant variant : variants) {
      measured.figures.put(variant, variant.run(program, preload, List.of(arguments)));
    }
    measured.print(title);
    return measured;
  }

  private void print(String title) {
    System.out.printf("%n%s, instructions%n", title);
    figures.forEach(
        (variant, figure) ->
            System.out.printf(
                "  %-30s %8d  %6.4f of TCP  %s%n",
                variant.title(),
                figure.get(0),
                ratio(variant, Variant.TCP),
                figure.size() > 1 ? figure.subList(1, figure.size()) : ""));
  }

  double ratio(Variant variant, Variant reference) {
    return (double) figures.get(variant).get(0) / figures.get(reference).get(0);
  }
}
