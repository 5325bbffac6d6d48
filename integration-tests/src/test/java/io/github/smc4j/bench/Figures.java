package io.github.smc4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** What each variant of a program took, in instructions. */
final class Figures {
  private static final BinaryOperator<List<Long>> LESS =
      BinaryOperator.minBy(Comparator.comparing(figure -> figure.get(0)));

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
    return of(1, title, program, directory, EnumSet.allOf(Variant.class), arguments);
  }

  /**
   * As {@link #of}, for some variants, each with the better of two JVMs: threads of one may find a
   * rhythm that takes more; seldom those of both do.
   */
  static Figures ofTheBetter(
      String title, Class<?> program, Path directory, Set<Variant> variants, String... arguments)
      throws IOException, InterruptedException {
    return of(2, title, program, directory, variants, arguments);
  }

  private static Figures of(
      int jvms,
      String title,
      Class<?> program,
      Path directory,
      Set<Variant> variants,
      String... arguments)
      throws IOException, InterruptedException {
    Path preload = Preload.compile(directory);
    Figures measured = new Figures();
    for (int jvm = 0; jvm < jvms; jvm++) {
      for (Variant variant : variants) {
        List<Long> figure = variant.run(program, preload, List.of(arguments));
        measured.figures.merge(variant, figure, LESS);
      }
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
