package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sources that hold one value under each dotted key: properties and environment variables. What
 * does not start with {@code smc.} belongs to others and is left out.
 */
final class DottedKeys {
  private static final String PREFIX = "smc.";
  private static final String VARIABLE_PREFIX = "config_force_smc_";
  private static final Pattern UNDERSCORES = Pattern.compile("_+");

  private DottedKeys() {}

  /** Properties whose values are texts, or what the library takes for a value. */
  static Config properties(Map<String, ?> properties, String origin) {
    Map<String, Object> ours = new HashMap<>();
    properties.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            ours.put(key, value);
          }
        });
    return tree(ours, origin);
  }

  /** The strings of properties, with their defaults, and whatever else was put in. */
  static Map<String, Object> strings(Properties properties) {
    Map<String, Object> all = new HashMap<>();
    properties.forEach((key, value) -> all.put(String.valueOf(key), value));
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }

  /** The environment variables of Typesafe Config's convention, in lower or upper case. */
  static Config variables(Map<String, String> environment) {
    Map<String, ConfigValue> values = new HashMap<>();
    // sorted, so that of two spellings the one of the convention wins
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith(VARIABLE_PREFIX)) {
                String origin = "environment variable " + name;
                values.put(keyOf(lower), ConfigValueFactory.fromAnyRef(value.strip(), origin));
              }
            });
    return tree(values, "environment variables");
  }

  /** Typesafe Config's convention: one underscore for a dot, two for a hyphen, three for itself. */
  private static String keyOf(String variable) {
    return UNDERSCORES
        .matcher(variable.substring("config_force_".length()))
        .replaceAll(
            run ->
                switch (run.group().length()) {
                  case 1 -> ".";
                  case 2 -> "-";
                  default -> "_";
                });
  }

  /** Makes a tree of dotted keys; unlike the library's own reader it drops none that collide. */
  private static Config tree(Map<String, ?> values, String origin) {
    Map<String, @Nullable Object> paths = new HashMap<>();
    values.forEach(
        (key, value) -> paths.put(ConfigUtil.joinPath(key.split("\\.", -1)), plain(value)));
    return ConfigFactory.parseMap(paths, origin);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof String text) {
      return text.strip();
    }
    boolean known =
        value == null
            || value instanceof ConfigValue
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Iterable
            || value instanceof Map;
    return known ? value : value.toString();
  }
}
