package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.github.smc4j.SmcConfigurationException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Where settings come from. What they answer is resolved, and its values know their origin. */
final class Sources {
  private static final String VARIABLE_PREFIX = "config_force_smc_";
  private static final Pattern UNDERSCORES = Pattern.compile("_+");

  private Sources() {}

  /**
   * What holds for the whole JVM: system properties, then environment variables, {@code
   * application.conf} (or what {@code -Dconfig.file} names), {@code reference.conf}. The only root
   * is {@code smc}: what else is in the files need not even resolve.
   */
  static Config global(Map<String, String> environment) {
    Properties system = (Properties) System.getProperties().clone();
    return smcOf(
        keyed(withPrefix(strings(system)), "system property")
            .withFallback(variables(environment))
            .withFallback(ConfigFactory.parseProperties(system))
            .withFallback(ConfigFactory.defaultApplication(applicationLoader()))
            .withFallback(reference()));
  }

  /** A text in HOCON, such as {@code smc.mode=require,smc.buffers.send=1M}. */
  static Config argument(String text) {
    return parse(text, "argument");
  }

  /** The keys that start with {@code smc.}; the rest belongs to others. */
  static Config properties(Map<String, ?> properties) {
    return keyed(withPrefix(properties), "property");
  }

  /** The strings of properties, with their defaults, and whatever else was put in. */
  static Map<String, Object> strings(Properties properties) {
    Map<String, Object> all = new HashMap<>();
    properties.forEach((key, value) -> all.put(String.valueOf(key), value));
    properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    return all;
  }

  /** Gives a text the list that it holds; texts are all that a property or variable can hold. */
  static Element textAsList(Element element) {
    ConfigValue value = element.value();
    if (value.valueType() != ConfigValueType.STRING) {
      return element;
    }
    String text = "list = " + value.unwrapped();
    String origin = Origins.full(value.origin());
    return reading(
        element.path() + " (" + origin + ")",
        () -> new Element(element.path(), parse(text, origin).getValue("list")));
  }

  private static Config parse(String text, String origin) {
    return ConfigFactory.parseString(
            text,
            ConfigParseOptions.defaults()
                .setSyntax(ConfigSyntax.CONF)
                .setOriginDescription(origin)
                .setIncluder(new NoIncludes()))
        .resolve(ConfigResolveOptions.noSystem());
  }

  private static Config variables(Map<String, String> environment) {
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
    return keyed(values, "environment variables");
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

  private static Map<String, Object> withPrefix(Map<String, ?> properties) {
    Map<String, Object> ours = new HashMap<>();
    properties.forEach(
        (key, value) -> {
          if (key.startsWith("smc.")) {
            ours.put(key, value);
          }
        });
    return ours;
  }

  /** Makes a tree of dotted keys; unlike the library's own reader it drops none that collide. */
  private static Config keyed(Map<String, ?> values, String origin) {
    Map<String, Object> paths = new HashMap<>();
    values.forEach(
        (key, value) -> paths.put(ConfigUtil.joinPath(key.split("\\.", -1)), plain(value)));
    return ConfigFactory.parseMap(paths, origin);
  }

  private static Object plain(Object value) {
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

  private static Config smcOf(Config all) {
    Config smc = all.withOnlyPath("smc");
    if (!smc.isResolved()) {
      smc = all.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
      smc = smc.withOnlyPath("smc");
    }
    // throws if something is unresolved still, naming it
    return smc.resolve();
  }

  /** The class loader of whoever came first may not see our jar, but it sees the application. */
  private static ClassLoader applicationLoader() {
    return Objects.requireNonNullElseGet(
        Thread.currentThread().getContextClassLoader(), Sources::ownLoader);
  }

  private static ClassLoader ownLoader() {
    return Objects.requireNonNullElseGet(
        Sources.class.getClassLoader(), ClassLoader::getSystemClassLoader);
  }

  private static Config reference() {
    Config reference = ConfigFactory.parseResources(ownLoader(), "reference.conf");
    if (!reference.hasPath("smc.mode")) {
      throw new SmcConfigurationException(
          "smc4j's reference.conf is missing from its class loader. Where several jars were merged"
              + " into one, their reference.conf files must be appended to each other"
              + " (maven-shade-plugin: AppendingTransformer).");
    }
    return reference;
  }

  /**
   * Reads from a source, however badly it is written.
   *
   * @param what names the source
   */
  static <T> T reading(String what, Supplier<T> source) {
    try {
      return source.get();
    } catch (ConfigException e) {
      throw new SmcConfigurationException(
          "smc4j can't read " + what + ": " + Problems.cut(e.getMessage()), e);
    } catch (StackOverflowError e) {
      throw new SmcConfigurationException(
          "smc4j can't read " + what + ": it is nested too deeply", e);
    }
  }
}
