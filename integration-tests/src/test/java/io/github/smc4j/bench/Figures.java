package io.github.smc4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What each variant of a program took, in instructions. */
final class Figures {
  private final Map<Variant, Long> figures = new EnumMap<>(Variant.class);

  /**
   * Runs them all and prints the figures as a table.
   *
   * @param directory for what has to be compiled
   * @param arguments of the program, after its sockets
   */
  static Figures of(String title, Class<?> program, Path directory, String... arguments)
      throws IOException, InterruptedException {
    Path preload = Preload.compile(directory);
    Figures figures = new Figures();
    System.out.printf("%n%s, instructions%n", title);
    for (Variant variant : Variant.values()) {
      figures.figures.put(variant, variant.run(program, preload, List.of(arguments)).get(0));
      System.out.printf(
          "  %-30s %8d  %6.4f of TCP%n",
          variant.title(), figures.figures.get(variant), figures.ratio(variant, Variant.TCP));
    }
    return figures;
  }

  double ratio(Variant variant, Variant reference) {
    return (double) figures.get(variant) / figures.get(reference);
  }
}
