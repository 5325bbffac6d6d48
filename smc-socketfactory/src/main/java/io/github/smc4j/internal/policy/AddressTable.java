package io.github.smc4j.internal.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first rule for each address and port. The networks cut the addresses into segments, found by
 * binary search; a segment knows the innermost network it lies in, and a network the one around it.
 */
final class AddressTable {
  private static final Comparator<Cidr> OUTER_FIRST =
      ((Comparator<Cidr>) (a, b) -> compare(a.high(), a.low(), b.high(), b.low()))
          .thenComparingInt(Cidr::length);

  /**
   * A network.
   *
   * @param around the next larger one that holds it, or null
   * @param firstRule no rule of this network, or of those around it, comes before this one
   */
  private record Network(Cidr cidr, PortTable ports, @Nullable Network around, int firstRule) {
    Network(Cidr cidr, PortTable ports, @Nullable Network around) {
      this(
          cidr,
          ports,
          around,
          around == null ? ports.firstRule() : Math.min(ports.firstRule(), around.firstRule));
    }
  }

  private record Segment(long high, long low, @Nullable Network innermost) {}

  /** Segment i starts at the address of these halves. */
  private final long[] highs;

  private final long[] lows;
  private final @Nullable Network[] innermost;

  AddressTable(Map<Cidr, PortTable> networks) {
    List<Segment> segments = segments(networks);
    highs = segments.stream().mapToLong(Segment::high).toArray();
    lows = segments.stream().mapToLong(Segment::low).toArray();
    innermost = segments.stream().map(Segment::innermost).toArray(Network[]::new);
  }

  /** The index of the first rule, if it comes before {@code limit}; otherwise {@code limit}. */
  int match(long high, long low, int port, int limit) {
    int first = limit;
    Network network = innermost[segmentOf(high, low)];
    while (network != null && network.firstRule < first) {
      first = Math.min(first, network.ports.match(port));
      network = network.around;
    }
    return first;
  }

  private int segmentOf(long high, long low) {
    int from = 0;
    int to = highs.length;
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (compare(high, low, highs[middle], lows[middle]) < 0) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return from;
  }

  /** Networks lie side by side or one in the other, so those that are open form a stack. */
  private static List<Segment> segments(Map<Cidr, PortTable> networks) {
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment(0, 0, null));
    Deque<Network> open = new ArrayDeque<>();
    for (Cidr cidr : networks.keySet().stream().sorted(OUTER_FIRST).toList()) {
      while (!open.isEmpty() && !open.element().cidr.contains(cidr.high(), cidr.low())) {
        close(open, segments);
      }
      open.push(new Network(cidr, networks.get(cidr), open.peek()));
      add(segments, new Segment(cidr.high(), cidr.low(), open.element()));
    }
    while (!open.isEmpty()) {
      close(open, segments);
    }
    return segments;
  }

  private static void close(Deque<Network> open, List<Segment> segments) {
    Cidr closed = open.pop().cidr;
    long low = (closed.low() | ~Cidr.lowMask(closed.length())) + 1;
    long high = (closed.high() | ~Cidr.highMask(closed.length())) + (low == 0 ? 1 : 0);
    boolean endsWithTheLastAddress = high == 0 && low == 0;
    if (!endsWithTheLastAddress) {
      add(segments, new Segment(high, low, open.peek()));
    }
  }

  private static void add(List<Segment> segments, Segment next) {
    Segment last = segments.get(segments.size() - 1);
    if (last.high == next.high && last.low == next.low) {
      segments.remove(segments.size() - 1);
    }
    segments.add(next);
  }

  private static int compare(long high, long low, long otherHigh, long otherLow) {
    return high == otherHigh
        ? Long.compareUnsigned(low, otherLow)
        : Long.compareUnsigned(high, otherHigh);
  }
}
