package io.github.smc4j.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each variant of a program took, in instructions. */
final class Figures {
  private final Map<Variant, Long> figures = new LinkedHashMap<>();

  /** Runs them all and prints the figures as a table. */
  static Figures of(String title, Class<?> program, List<Variant> variants)
      throws IOException, InterruptedException {
    Figures figures = new Figures();
    System.out.printf("%n%s, instructions%n", title);
    for (Variant variant : variants) {
      figures.figures.put(variant, variant.run(program));
      System.out.printf(
          "  %-30s %8d  %6.4f of %s%n",
          variant.name(),
          figures.figures.get(variant),
          figures.ratio(variant, variants.get(0)),
          variants.get(0).name());
    }
    return figures;
  }

  double ratio(Variant variant, Variant reference) {
    return (double) figures.get(variant) / figures.get(reference);
  }
}
