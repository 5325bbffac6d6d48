package io.github.smc4j.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Links in words: their kind, how many, and for TCP the cause and the remedy. */
final class LinkText {
  private LinkText() {}

  static String of(List<ObservedLink> links) {
    if (links.isEmpty()) {
      return "none seen";
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    links.forEach(link -> counts.merge(describe(link), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey().replace("#", connections(entry.getValue())))
        .collect(Collectors.joining("; "));
  }

  private static String describe(ObservedLink link) {
    String what = link.kind() + (link.isListening() ? ", listening" : ", #");
    return link.isTcp() ? what + ": " + cause(link) : what;
  }

  private static String connections(int count) {
    return count == 1 ? "1 connection" : count + " connections";
  }

  private static String cause(ObservedLink link) {
    if (link.cause() != null) {
      return link.cause();
    }
    Throwable noSmcHere = new Throwable("stand-in");
    return noSmcHere != null
        ? String.valueOf(noSmcHere.getMessage())
        : "opened as TCP, by the policy or without the property socket.factory.class or the plugin's"
            + " jar";
  }
}
