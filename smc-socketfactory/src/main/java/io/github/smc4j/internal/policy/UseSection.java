package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * A section of a middleware's own configuration that holds the settings of one use, and whether it
 * is {@code enabled}.
 */
final class UseSection {
  private static final String ENABLED = "enabled";
  private static final List<String> KEYS =
      Stream.concat(Stream.of(ENABLED), Keys.SMC.stream()).toList();

  private UseSection() {}

  /**
   * The settings as those of any other use. Where they are not enabled nothing uses SMC.
   *
   * @param path names the section in messages
   */
  static Config read(Config section, String path, Problems problems) {
    Section.of(new Element(path, section.root()), KEYS, problems);
    Config known = section;
    for (String key : section.root().keySet()) {
      if (!Keys.SMC.contains(key)) {
        known = known.root().withoutKey(key).toConfig();
      }
    }
    Config use = known.isEmpty() ? known : known.atPath("smc");
    ConfigValue enabled = section.root().get(ENABLED);
    return enabled == null || isTrue(enabled, path, problems)
        ? use
        : off(enabled.origin()).withFallback(use);
  }

  private static boolean isTrue(ConfigValue enabled, String path, Problems problems) {
    try {
      return enabled.atKey(ENABLED).getBoolean(ENABLED);
    } catch (ConfigException e) {
      problems.add(new Element(path + "." + ENABLED, enabled), "must be true or false");
      return true;
    }
  }

  private static Config off(ConfigOrigin origin) {
    return ConfigFactory.empty()
        .withValue("smc.mode", ConfigValueFactory.fromAnyRef("off").withOrigin(origin))
        .withValue("smc.rules", ConfigValueFactory.fromIterable(List.of()).withOrigin(origin));
  }
}
