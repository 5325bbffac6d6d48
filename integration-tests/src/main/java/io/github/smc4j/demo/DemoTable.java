package io.github.smc4j.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows as one table for people. */
final class DemoTable {
  private static final List<String> HEADER =
      List.of("client", "destination", "link", "came back", "over SMC", "over TCP");
  private static final int WIDEST_CELL = 48;
  private static final String GAP = "  ";

  private DemoTable() {}

  static String format(List<DemoRow> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEADER);
    LinkText links = new LinkText();
    rows.forEach(row -> cells.addAll(lines(cells(row, links))));
    return align(cells);
  }

  private static List<String> cells(DemoRow row, LinkText links) {
    return List.of(
        row.client(),
        row.destination(),
        links.of(row.links()),
        tally(row.smc()),
        row.hasTcp() ? "-" : time(row.smc()),
        time(row.tcp()));
  }

  private static String tally(@Nullable ClientRun run) {
    return run == null ? "-" : run.tally().toString();
  }

  private static String time(@Nullable ClientRun run) {
    return run == null ? "-" : seconds(run.time());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  /** A row becomes as many lines as its longest cell needs. */
  private static List<List<String>> lines(List<String> cells) {
    List<List<String>> wrapped = cells.stream().map(DemoTable::wrap).toList();
    int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(
            line -> wrapped.stream().map(cell -> line < cell.size() ? cell.get(line) : "").toList())
        .toList();
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDEST_CELL) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String align(List<List<String>> lines) {
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(
                column ->
                    lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
            .toArray();
    return lines.stream()
        .map(line -> pad(line, widths).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private static String pad(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            column -> cells.get(column) + " ".repeat(widths[column] - cells.get(column).length()))
        .collect(Collectors.joining(GAP));
  }
}
