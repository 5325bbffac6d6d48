package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.config.DriverConfig;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.config.DriverOption;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.policy.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the driver's configuration says of the connections of a session. */
final class SessionSettings {
  private static final String ROOT = "datastax-java-driver.";
  private static final DriverOption SECTION = () -> "advanced.smc";
  private static final String PREFIX = SECTION.getPath() + ".";

  private SessionSettings() {}

  /**
   * The settings of this JVM, overridden by those of the session.
   *
   * @throws SmcConfigurationException naming everything that is wrong
   */
  static Settings of(DriverConfig config) {
    Config section = section(config.getDefaultProfile());
    config.getProfiles().values().forEach(profile -> requireTheSame(section, profile));
    return Settings.global().with(section, ROOT + SECTION.getPath());
  }

  private static Config section(DriverExecutionProfile profile) {
    try {
      // The driver's own profiles answer a part of their configuration, which knows its files
      return profile.getComparisonKey(SECTION) instanceof Config section
          ? section
          : listed(profile);
    } catch (ConfigException.Missing none) {
      return ConfigFactory.empty();
    } catch (ConfigException e) {
      throw wrong(
          SECTION.getPath() + " must hold settings such as { mode = require }: " + e.getMessage(),
          e);
    }
  }

  /** For profiles that are not made of Typesafe Config. */
  private static Config listed(DriverExecutionProfile profile) {
    Map<String, Object> settings = new HashMap<>();
    for (Map.Entry<String, Object> entry : profile.entrySet()) {
      if (entry.getKey().startsWith(PREFIX)) {
        settings.put(
            entry.getKey().substring(PREFIX.length()),
            value(profile, entry.getKey(), entry.getValue()));
      }
    }
    return ConfigFactory.parseMap(settings, "the session's configuration loader");
  }

  /**
   * A profile composed of two lists the value of the weaker one, and answers the stronger. One made
   * of a map knows an option only by the object that it was put there with.
   */
  private static Object value(DriverExecutionProfile profile, String path, Object listed) {
    DriverOption option = () -> path;
    if (!profile.isDefined(option)) {
      return listed;
    }
    if (listed instanceof List) {
      throw wrong(
          path
              + " = "
              + listed
              + " (one of two configurations that are composed): the driver does not tell which; write"
              + " the list as a text, such as \"[{ ports = 9042, mode = off }]\"",
          null);
    }
    return profile.getString(option);
  }

  private static void requireTheSame(Config section, DriverExecutionProfile profile) {
    for (Map.Entry<String, ConfigValue> setting : section(profile).entrySet()) {
      String key = setting.getKey();
      if (!section.hasPath(key) || !section.getValue(key).equals(setting.getValue())) {
        throw wrong(
            "profiles."
                + profile.getName()
                + "."
                + PREFIX
                + key
                + " = "
                + setting.getValue().render(ConfigRenderOptions.concise())
                + " ("
                + setting.getValue().origin().description()
                + "): the profiles of a session share its connections; set "
                + ROOT
                + PREFIX
                + key,
            null);
      }
    }
  }

  private static SmcConfigurationException wrong(String setting, @Nullable Throwable cause) {
    return new SmcConfigurationException("Wrong smc4j setting: " + ROOT + setting, cause);
  }
}
