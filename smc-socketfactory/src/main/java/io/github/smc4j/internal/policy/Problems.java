package io.github.smc4j.internal.policy;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import io.github.smc4j.SmcConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that one error names it all. */
final class Problems {
  private static final int MOST_LISTED = 20;
  private static final int LONGEST_TEXT = 300;

  private final List<String> found = new ArrayList<>();

  /**
   * Notes a wrong value.
   *
   * @param why what is allowed
   */
  void add(Element element, String why) {
    String value = cut(element.value().render(ConfigRenderOptions.concise()));
    found.add(
        cut(element.path())
            + " = "
            + value
            + " ("
            + Origins.full(element.value().origin())
            + "): "
            + why);
  }

  void addMissing(String path, ConfigOrigin origin, String why) {
    found.add(path + " is missing (" + Origins.full(origin) + "): " + why);
  }

  /**
   * Ends the reading.
   *
   * @throws SmcConfigurationException if anything was noted
   */
  void throwIfAny() {
    if (found.size() == 1) {
      throw new SmcConfigurationException("Wrong smc4j setting: " + found.get(0));
    }
    if (!found.isEmpty()) {
      throw new SmcConfigurationException(list());
    }
  }

  private String list() {
    int listed = Math.min(found.size(), MOST_LISTED);
    String list =
        found.size() + " wrong smc4j settings:\n  " + String.join("\n  ", found.subList(0, listed));
    return listed == found.size() ? list : list + "\n  and " + (found.size() - listed) + " more";
  }

  /** Keeps a message readable whatever was written. */
  static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
  }
}
