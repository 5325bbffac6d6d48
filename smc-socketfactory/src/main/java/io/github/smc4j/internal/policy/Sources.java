package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.github.smc4j.SmcConfigurationException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;

/** Where settings come from. What they answer is resolved, and its values know their origin. */
final class Sources {
  private Sources() {}

  /**
   * What holds for the whole JVM: system properties, then environment variables, {@code
   * application.conf} (or what {@code -Dconfig.file} names), {@code reference.conf}. The only root
   * is {@code smc}: what else is in the files need not even resolve.
   */
  static Config global(Map<String, String> environment) {
    Properties system = (Properties) System.getProperties().clone();
    return smcOf(
        DottedKeys.properties(DottedKeys.strings(system), "system property")
            .withFallback(DottedKeys.variables(environment))
            .withFallback(ConfigFactory.parseProperties(system).withoutPath("smc"))
            .withFallback(ConfigFactory.defaultApplication(applicationLoader()))
            .withFallback(reference()));
  }

  /** A text in HOCON, such as {@code smc.mode=require,smc.buffers.send=1M}. */
  static Config argument(String text) {
    return parse(text, "argument");
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
