package io.github.smc4j.demo;

import io.github.smc4j.Smc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links in words: what they run on, how many they are, and for TCP the cause and the remedy. A
 * cause that it has told before is not told again.
 */
final class LinkText {
  private final Set<String> told = new HashSet<>();

  String of(List<ObservedLink> links) {
    Map<Group, Integer> groups = new LinkedHashMap<>();
    links.forEach(link -> groups.merge(Group.of(link), 1, Integer::sum));
    List<String> texts = new ArrayList<>();
    groups.forEach((group, count) -> texts.add(describe(group, count)));
    return texts.isEmpty() ? "none seen" : String.join("; ", texts);
  }

  private String describe(Group group, int count) {
    String what = group.kind() + ", " + (group.listening() ? "listening" : connections(count));
    if (group.cause().isEmpty()) {
      return what;
    }
    return what + ": " + (told.add(group.cause()) ? group.cause() : "cause as above");
  }

  private static String connections(int count) {
    return count == 1 ? "1 connection" : count + " connections";
  }

  /** Links that are told together; the cause is empty for SMC. */
  private record Group(ObservedLink.Kind kind, boolean listening, String cause) {

    static Group of(ObservedLink link) {
      return new Group(link.kind(), link.isListening(), link.isTcp() ? causeOf(link) : "");
    }

    private static String causeOf(ObservedLink link) {
      if (link.cause() != null) {
        return link.cause();
      }
      Throwable noSmcHere = Smc.unavailabilityCause();
      return noSmcHere != null
          ? String.valueOf(noSmcHere.getMessage())
          : "opened as TCP; see that the plugin's jars are on its class path or the agent attached,"
              + " for a client that socket.factory.class is set (in a JDBC URL the socket factory),"
              + " and that smc.mode and smc.rules let it";
    }
  }
}
