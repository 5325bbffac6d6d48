package io.github.smc4j.internal.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** The first rule for each port: disjoint segments, found by binary search. */
final class PortTable {
  /** Comes after every rule. */
  static final int NO_RULE = Integer.MAX_VALUE;

  /** Segment i goes from {@code starts[i]} to the port before {@code starts[i + 1]}. */
  private final int[] starts;

  private final int[] rules;

  private PortTable(int[] starts, int[] rules) {
    this.starts = starts;
    this.rules = rules;
  }

  /** The index of the first rule for the port, or {@link #NO_RULE}. */
  int match(int port) {
    int found = Arrays.binarySearch(starts, port);
    return rules[found >= 0 ? found : -found - 2];
  }

  /** The index of the first rule for any port. */
  int firstRule() {
    return Arrays.stream(rules).min().orElse(NO_RULE);
  }

  /** Collects the rules of one table. */
  static final class Builder {
    private record Entry(PortRange ports, int rule) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(List<PortRange> ports, int rule) {
      ports.forEach(range -> entries.add(new Entry(range, rule)));
    }

    /** Sweeps over the ports and keeps the ranges that are open there, the first rule on top. */
    PortTable build() {
      entries.sort(Comparator.comparingInt(entry -> entry.ports.first()));
      PriorityQueue<Entry> open = new PriorityQueue<>(Comparator.comparingInt(Entry::rule));
      int[] starts = segmentStarts();
      int[] rules = new int[starts.length];
      int next = 0;
      for (int i = 0; i < starts.length; i++) {
        while (next < entries.size() && entries.get(next).ports.first() == starts[i]) {
          open.add(entries.get(next++));
        }
        while (!open.isEmpty() && open.element().ports.last() < starts[i]) {
          open.remove();
        }
        rules[i] = open.isEmpty() ? NO_RULE : open.element().rule;
      }
      return new PortTable(starts, rules);
    }

    private int[] segmentStarts() {
      TreeSet<Integer> starts = new TreeSet<>(List.of(0));
      for (Entry entry : entries) {
        starts.add(entry.ports.first());
        starts.add(entry.ports.last() + 1);
      }
      return starts.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
