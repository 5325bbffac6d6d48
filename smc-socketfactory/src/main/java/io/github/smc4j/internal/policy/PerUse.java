package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;

/** What one use may not set, where the JVM as a whole may. */
final class PerUse {
  private PerUse() {}

  static void check(Config use, Problems problems) {
    use.root()
        .forEach(
            (key, value) -> {
              if (!key.equals("smc")) {
                addWithoutPrefix(key, value, problems);
              }
            });
    // the library is loaded once, and a JDBC URL must not be able to load code
    if (use.hasPathOrNull("smc.native")) {
      problems.add(
          new Element("smc.native", use.root().toConfig().getValue("smc.native")),
          "holds for the whole JVM: set it as a system property, as an environment variable or in"
              + " application.conf");
    }
  }

  private static void addWithoutPrefix(String key, ConfigValue value, Problems problems) {
    String nearest = Keys.nearest("smc." + key, Keys.PATHS);
    problems.add(
        new Element(key, value),
        "settings start with \"smc.\" here; did you mean " + nearest + "?");
  }
}
