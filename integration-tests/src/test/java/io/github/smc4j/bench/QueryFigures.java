package io.github.smc4j.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a query of a driver takes in each variant, in instructions. Of several JVMs it is the figure
 * in the middle: once, in one JVM alone, every query took 7 % more.
 */
final class QueryFigures {
  /** What a program prints of a query, after the kind of its links. */
  enum Part {
    ALL(0, "all"),
    CLIENT_USER(1, "client, user"),
    CLIENT_KERNEL(2, "client, kernel"),
    SERVER_USER(3, "server, user"),
    SERVER_KERNEL(4, "server, kernel"),
    /** As {@link #ALL}, a median of rounds, which a collector or a timer does not get into. */
    CLIENT(5, "client");

    private final int column;
    private final String title;

    Part(int column, String title) {
      this.column = column;
      this.title = title;
    }
  }

  private final Map<Variant, List<List<Long>>> ofJvms = new EnumMap<>(Variant.class);

  /** What one JVM has printed. */
  void add(Variant variant, List<Long> figures) {
    ofJvms.computeIfAbsent(variant, none -> new ArrayList<>()).add(figures);
  }

  void print(String title) {
    System.out.printf("%n%s, instructions of a query%n  %-30s %9s", title, "", "of TCP");
    parts().forEach(part -> System.out.printf(" %14s", part.title));
    System.out.println();
    for (Variant variant : ofJvms.keySet()) {
      System.out.printf("  %-30s %9.4f", variant.title(), ratio(Part.ALL, variant, Variant.TCP));
      parts().forEach(part -> System.out.printf(" %14d", middle(variant, part)));
      System.out.println();
    }
  }

  /** Those that the programs have printed. */
  private List<Part> parts() {
    int printed = ofJvms.get(Variant.TCP).get(0).size();
    return Stream.of(Part.values()).filter(part -> part.column < printed).toList();
  }

  double ratio(Part part, Variant variant, Variant reference) {
    return (double) middle(variant, part) / middle(reference, part);
  }

  private long middle(Variant variant, Part part) {
    List<Long> figures =
        ofJvms.get(variant).stream().map(printed -> printed.get(part.column)).sorted().toList();
    return figures.get(figures.size() / 2);
  }
}
