package io.github.smc4j.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a variant of a program printed in each of its JVMs. The one in the middle counts: twice
 * everything in one JVM alone took 5 to 7 percent more.
 */
final class Runs {
  /** All that it took, then the parts of that; the JVM that took least first. */
  private final List<List<Long>> figures = new ArrayList<>();

  /** Adds those of another JVM. */
  void add(List<Long> figure) {
    figures.add(figure);
    figures.sort(Comparator.comparing(each -> each.get(0)));
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
    return middle + "  in JVMs " + figures.stream().map(figure -> figure.get(0)).toList();
  }
}
