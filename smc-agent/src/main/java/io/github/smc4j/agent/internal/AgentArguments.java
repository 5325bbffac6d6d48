package io.github.smc4j.agent.internal;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.policy.NoIncludes;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings behind {@code -javaagent:smc4j.jar=}, such as {@code mode=require}. Each becomes a
 * system property, unless that is set: so smc4j's plug-ins in the same JVM go by them as well.
 */
final class AgentArguments {
  private static final String PREFIX = "smc.";

  /** They are as short as a command line, and include no files. */
  private static final ConfigParseOptions NOTHING_ELSE =
      ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setIncluder(new NoIncludes());

  private AgentArguments() {}

  /**
   * Sets the properties.
   *
   * @param arguments in HOCON, with or without {@code smc.} before each key
   * @throws SmcConfigurationException if they cannot be read
   */
  static void apply(@Nullable String arguments) {
    if (arguments != null) {
      settings(arguments).forEach(setting -> set(setting.getKey(), setting.getValue()));
    }
  }

  private static Set<Map.Entry<String, ConfigValue>> settings(String arguments) {
    try {
      return ConfigFactory.parseString(arguments, NOTHING_ELSE)
          .resolve(ConfigResolveOptions.noSystem())
          .entrySet();
    } catch (ConfigException e) {
      throw new SmcConfigurationException(
          "smc4j can't read the arguments of its agent, \""
              + arguments
              + "\" (write -javaagent:smc4j.jar=mode=require,buffers.send=1M): "
              + e.getMessage(),
          e);
    }
  }

  private static void set(String key, ConfigValue value) {
    String name = key.startsWith(PREFIX) ? key : PREFIX + key;
    if (System.getProperty(name) == null) {
      System.setProperty(name, text(value));
    }
  }

  private static String text(ConfigValue value) {
    return value.valueType() == ConfigValueType.LIST
        ? value.render(ConfigRenderOptions.concise())
        : value.unwrapped().toString();
  }
}
