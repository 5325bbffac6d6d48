package io.github.smc4j.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The records of one run: lines that all differ, so that what comes back is proved. */
final class Records {
  static final int SIZE = 1000;

  private final List<String> lines;

  Records(int count) {
    this(IntStream.range(0, count).mapToObj(Records::line).toList());
  }

  private Records(List<String> lines) {
    this.lines = lines;
  }

  Records first() {
    return new Records(lines.subList(0, 1));
  }

  Records allButTheFirst() {
    return new Records(lines.subList(1, lines.size()));
  }

  int count() {
    return lines.size();
  }

  Tally tally(int returned) {
    return new Tally(returned, count(), "records");
  }

  void writeTo(OutputStream output) throws IOException {
    for (String line : lines) {
      output.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    output.flush();
  }

  /** All of them, to be removed one by one as they come back. */
  Set<String> missing() {
    return new HashSet<>(lines);
  }

  /** Its number, then letters that follow from it. */
  private static String line(int number) {
    StringBuilder line = new StringBuilder(SIZE).append("%08d ".formatted(number));
    new SplittableRandom(number)
        .ints(SIZE - line.length(), 'a', 'z' + 1)
        .forEach(letter -> line.append((char) letter));
    return line.toString();
  }
}
