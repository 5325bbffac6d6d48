package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Settings for programs that read the environment and nothing else, so without units. */
final class NativeVariables {
  private static final String DEFAULTS = "reference.conf";
  private static final List<String> WORDS = List.of("mode", "family", "public-addresses");

  private NativeVariables() {}

  /**
   * Those that were set, because a variable is stronger than the {@code application.conf} of a JVM
   * that finds it.
   */
  static Map<String, String> of(Config config, Buffers buffers) {
    Config smc = config.getConfig("smc");
    Map<String, String> variables = new TreeMap<>();
    for (String key : WORDS) {
      if (isSet(smc, key)) {
        variables.put(name(key), String.valueOf(smc.root().get(key).unwrapped()));
      }
    }
    Config sizes = smc.getConfig("buffers");
    put(variables, sizes, "send", buffers.send());
    put(variables, sizes, "receive", buffers.receive());
    return variables;
  }

  private static void put(
      Map<String, String> variables, Config sizes, String key, OptionalInt bytes) {
    if (isSet(sizes, key)) {
      variables.put(name("buffers." + key), bytes.isPresent() ? "" + bytes.getAsInt() : "null");
    }
  }

  private static boolean isSet(Config section, String key) {
    ConfigValue value = section.root().get(key);
    return value != null && !DEFAULTS.equals(value.origin().resource());
  }

  private static String name(String key) {
    return "CONFIG_FORCE_smc_" + key.replace("-", "__").replace('.', '_');
  }
}
