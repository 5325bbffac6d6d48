package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import io.github.smc4j.SmcConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, read and checked. Immutable; {@code docs/configuration.md} lists the
 * keys and their sources.
 */
public final class Settings {
  private final Config config;
  private final Policy policy;
  private final Family family;
  private final Buffers buffers;
  private final Probe probe;
  private final Duration breakerTime;
  private final Ipv4Stack ipv4Stack;
  private final @Nullable Path nativeLibrary;
  private final @Nullable Path nativeDirectory;

  Settings(
      Config config,
      Policy policy,
      Family family,
      Buffers buffers,
      Probe probe,
      Duration breakerTime,
      Ipv4Stack ipv4Stack,
      @Nullable Path nativeLibrary,
      @Nullable Path nativeDirectory) {
    this.config = config;
    this.policy = policy;
    this.family = family;
    this.buffers = buffers;
    this.probe = probe;
    this.breakerTime = breakerTime;
    this.ipv4Stack = ipv4Stack;
    this.nativeLibrary = nativeLibrary;
    this.nativeDirectory = nativeDirectory;
  }

  /**
   * The settings of this JVM, read at the first call.
   *
   * @throws SmcConfigurationException if they are wrong, at every call
   */
  public static Settings global() {
    return GlobalHolder.GLOBAL.get();
  }

  /** Reads the settings of this JVM, with these environment variables. */
  static Settings load(Map<String, String> environment) {
    return Sources.reading(
        "the configuration",
        () ->
            new SettingsReader(Sources.global(environment), key -> "smc." + key, new Problems())
                .read());
  }

  /**
   * These settings, overridden for one use.
   *
   * @param argument keys and values in HOCON, such as {@code smc.mode=require,smc.buffers.send=1M};
   *     null or blank changes nothing
   * @throws SmcConfigurationException naming everything in it that is wrong
   */
  public Settings with(@Nullable String argument) {
    return argument == null || argument.isBlank()
        ? this
        : Sources.reading(
            "the argument \""
                + Problems.cut(argument)
                + "\" (write smc.mode=require,smc.buffers.send=1M)",
            () -> overriddenBy(Sources.argument(argument)));
  }

  /**
   * These settings, overridden for one use by the keys that start with {@code smc.}; others are
   * ignored.
   *
   * @throws SmcConfigurationException naming everything in them that is wrong
   */
  public Settings with(Properties properties) {
    return with(DottedKeys.strings(properties));
  }

  /**
   * These settings, overridden for one use by the keys that start with {@code smc.}; others are
   * ignored.
   *
   * @throws SmcConfigurationException naming everything in them that is wrong
   */
  public Settings with(Map<String, ?> properties) {
    return Sources.reading(
        "the properties", () -> overriddenBy(DottedKeys.properties(properties, "property")));
  }

  /**
   * These settings, overridden for one use by a section of a middleware's own configuration. It has
   * the keys of {@code smc} and {@code enabled}, which turns SMC off if it is false.
   *
   * @param path where the section stands; messages name its keys by it
   * @throws SmcConfigurationException naming everything in it that is wrong
   */
  public Settings with(Config section, String path) {
    Problems problems = new Problems();
    return Sources.reading(
        path, () -> overriddenBy(UseSection.read(section, path, problems), path, problems));
  }

  /** Whether a connection or a listener uses SMC. */
  public Policy policy() {
    return policy;
  }

  /** Which kind of SMC socket is opened. */
  public Family family() {
    return family;
  }

  /** The buffers of SMC sockets to which the application gave no size. */
  public Buffers buffers() {
    return buffers;
  }

  /** Whether SMC is tried out of band before connections use it. */
  public Probe probe() {
    return probe;
  }

  /** How long a destination that failed over SMC is dialled with TCP. */
  public Duration breakerTime() {
    return breakerTime;
  }

  /** Whether the agent has the JVM open IPv4 sockets only; the same for every use. */
  public Ipv4Stack ipv4Stack() {
    return ipv4Stack;
  }

  /** The native library to load in place of the jar's, or null; the same for every use. */
  public @Nullable Path nativeLibrary() {
    return nativeLibrary;
  }

  /** Where the jar's native library is unpacked, or null for the JVM's temporary directory. */
  public @Nullable Path nativeDirectory() {
    return nativeDirectory;
  }

  /**
   * What native programs follow of these settings, as the environment variables that they read; for
   * what is at its default there is none.
   */
  public Map<String, String> variables() {
    return NativeVariables.of(config, buffers);
  }

  private Settings overriddenBy(Config use) {
    return overriddenBy(use, "smc", new Problems());
  }

  private Settings overriddenBy(Config use, String path, Problems problems) {
    if (use.isEmpty()) {
      problems.throwIfAny();
      return this;
    }
    Config allowed = PerUse.allowed(use, path, problems);
    UnaryOperator<String> paths = key -> (PerUse.isSet(key, allowed) ? path : "smc") + "." + key;
    return new SettingsReader(allowed.withFallback(config), paths, problems).read();
  }

  /** Remembers a failure as well, which a static initializer would only report once. */
  private record Global(@Nullable Settings settings, @Nullable SmcConfigurationException failure) {
    static Global read() {
      try {
        return new Global(load(System.getenv()), null);
      } catch (SmcConfigurationException e) {
        return new Global(null, e);
      }
    }

    Settings get() {
      if (settings == null) {
        throw new SmcConfigurationException(failure.getMessage(), failure);
      }
      return settings;
    }
  }

  private static final class GlobalHolder {
    static final Global GLOBAL = Global.read();
  }
}
