package io.github.smc4j.internal.policy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The names of the settings. */
final class Keys {
  static final List<String> SMC =
      List.of(
          "mode",
          "family",
          "public-addresses",
          "rules",
          "buffers",
          "breaker",
          "probe",
          "ipv4-stack",
          "native");
  static final List<String> BUFFERS = List.of("send", "receive");
  static final List<String> BREAKER = List.of("remember");
  static final List<String> NATIVE = List.of("library", "directory");
  static final List<String> RULE = List.of("direction", "to", "ports", "mode");

  static final List<String> PATHS =
      List.of(
          "smc.mode",
          "smc.family",
          "smc.public-addresses",
          "smc.rules",
          "smc.buffers.send",
          "smc.buffers.receive",
          "smc.breaker.remember",
          "smc.probe",
          "smc.ipv4-stack",
          "smc.native.library",
          "smc.native.directory");

  private Keys() {}

  /** The setting whose name is most like the one given: one of {@code near}, or any. */
  static String nearest(String path, List<String> near) {
    return Stream.concat(near.stream(), PATHS.stream())
        .min(Comparator.comparingInt(known -> distance(path, known)))
        .orElseThrow();
  }

  /** By the whole path, or by the last name alone when it was put in the wrong place. */
  private static int distance(String path, String known) {
    if (known.startsWith(path + ".")) {
      return 0;
    }
    return Math.min(edits(path, known), 1 + edits(lastOf(path), lastOf(known)));
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Levenshtein's distance; long texts are cut, which are like no name anyway. */
  private static int edits(String from, String to) {
    String cut = from.substring(0, Math.min(from.length(), 100));
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= cut.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (cut.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
