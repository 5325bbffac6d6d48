package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;

/** What one use may not set, where the JVM as a whole may. */
final class PerUse {
  /** The library is loaded once, and a JDBC URL must not be able to load code. */
  private static final List<String> OF_THE_JVM = List.of("native", "ipv4-stack");

  private PerUse() {}

  /**
   * Answers the settings that one use may set, and notes the others.
   *
   * @param path what stands for {@code smc} in messages
   */
  static Config allowed(Config use, String path, Problems problems) {
    use.root()
        .forEach(
            (key, value) -> {
              if (!key.equals("smc")) {
                addWithoutPrefix(key, value, problems);
              }
            });
    Config allowed = use.withOnlyPath("smc");
    for (String key : OF_THE_JVM) {
      if (isSet(key, use)) {
        problems.add(
            new Element(path + "." + key, use.getObject("smc").get(key)),
            "holds for the whole JVM: set it as a system property, as an environment variable or"
                + " in application.conf");
      }
      allowed = allowed.withoutPath("smc." + key);
    }
    return allowed;
  }

  /** Whether a use has a key of its own below {@code smc}. */
  static boolean isSet(String key, Config use) {
    return use.root().get("smc") instanceof ConfigObject smc && smc.containsKey(key);
  }

  private static void addWithoutPrefix(String key, ConfigValue value, Problems problems) {
    String nearest = Keys.nearest("smc." + key, Keys.PATHS);
    problems.add(
        new Element(key, value),
        "settings start with \"smc.\" here; did you mean " + nearest + "?");
  }
}
