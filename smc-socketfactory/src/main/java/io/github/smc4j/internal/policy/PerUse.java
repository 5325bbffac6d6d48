package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;

/** What one use may not set, where the JVM as a whole may. */
final class PerUse {
  private PerUse() {}

  /** Answers the settings that one use may set, and notes the others. */
  static Config allowed(Config use, Problems problems) {
    use.root()
        .forEach(
            (key, value) -> {
              if (!key.equals("smc")) {
                addWithoutPrefix(key, value, problems);
              }
            });
    // the library is loaded once, and a JDBC URL must not be able to load code
    if (use.root().get("smc") instanceof ConfigObject smc && smc.containsKey("native")) {
      problems.add(
          new Element("smc.native", smc.get("native")),
          "holds for the whole JVM: set it as a system property, as an environment variable or in"
              + " application.conf");
    }
    return use.withOnlyPath("smc").withoutPath("smc.native");
  }

  private static void addWithoutPrefix(String key, ConfigValue value, Problems problems) {
    String nearest = Keys.nearest("smc." + key, Keys.PATHS);
    problems.add(
        new Element(key, value),
        "settings start with \"smc.\" here; did you mean " + nearest + "?");
  }
}
