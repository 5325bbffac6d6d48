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
import java.util.HashMap;
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
   * @return the names of those that were set
   * @throws SmcConfigurationException if they cannot be read
   */
  static Set<String> apply(@Nullable String arguments) {
    Map<String, String> properties = new HashMap<>();
    if (arguments != null) {
      settings(arguments)
          .forEach(setting -> properties.put(name(setting.getKey()), text(setting.getValue())));
    }
    properties.keySet().removeIf(name -> System.getProperty(name) != null);
    properties.forEach(System::setProperty);
    return properties.keySet();
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

  private static String name(String key) {
    return key.startsWith(PREFIX) ? key : PREFIX + key;
  }

  private static String text(ConfigValue value) {
    return value.valueType() == ConfigValueType.LIST
        ? value.render(ConfigRenderOptions.concise())
        : value.unwrapped().toString();
  }
}
