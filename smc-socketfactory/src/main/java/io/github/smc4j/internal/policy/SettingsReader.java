package io.github.smc4j.internal.policy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the {@code smc} object, noting everything that is wrong in it. */
final class SettingsReader {
  private static final int SMALLEST_BUFFER = 16 << 10;
  private static final int LARGEST_BUFFER = 1 << 30;
  private static final Duration SHORTEST_MEMORY = Duration.ofSeconds(1);
  private static final Duration LONGEST_MEMORY = Duration.ofDays(7);

  private enum Switch {
    OFF,
    ON
  }

  private final Config config;
  private final UnaryOperator<String> paths;
  private final Problems problems;

  /**
   * @param paths gives a key of {@code smc} the path that names it in messages
   */
  SettingsReader(Config config, UnaryOperator<String> paths, Problems problems) {
    this.config = config;
    this.paths = paths;
    this.problems = problems;
  }

  /**
   * Reads it all.
   *
   * @throws io.github.smc4j.SmcConfigurationException naming everything that is wrong
   */
  Settings read() {
    Section smc =
        Section.of(new Element("smc", config.root().get("smc")), Keys.SMC, paths, problems);
    Settings settings = smc == null ? null : read(smc);
    problems.throwIfAny();
    return Objects.requireNonNull(settings);
  }

  /** Null only where a problem was noted. */
  private @Nullable Settings read(Section smc) {
    Mode mode = smc.choice("mode", Mode.class);
    Family family = smc.choice("family", Family.class);
    Switch publicAddresses = smc.choice("public-addresses", Switch.class);
    List<Rule> rules = rules(smc);
    Section buffers = smc.section("buffers", Keys.BUFFERS);
    Section breaker = smc.section("breaker", Keys.BREAKER);
    Duration remember =
        breaker == null ? null : breaker.required("remember", SettingsReader::memory);
    Probe probe = smc.choice("probe", Probe.class);
    Ipv4Stack ipv4Stack = smc.choice("ipv4-stack", Ipv4Stack.class);
    Section library = smc.section("native", Keys.NATIVE);
    if (mode == null
        || family == null
        || publicAddresses == null
        || buffers == null
        || remember == null
        || probe == null
        || ipv4Stack == null
        || library == null) {
      return null;
    }
    Policy policy =
        new Policy(
            rules,
            new Decision(mode, paths.apply("mode") + place(smc, "mode")),
            publicAddresses == Switch.ON ? null : publicIsOff(smc));
    return new Settings(
        config,
        policy,
        family,
        new Buffers(size(buffers, "send"), size(buffers, "receive")),
        probe,
        remember,
        ipv4Stack,
        library.optional("library", SettingsReader::path),
        library.optional("directory", SettingsReader::path));
  }

  private Decision publicIsOff(Section smc) {
    String key = "public-addresses";
    return new Decision(
        Mode.OFF, "the address is public and " + paths.apply(key) + " is off" + place(smc, key));
  }

  private static String place(Section section, String key) {
    return " (" + Origins.brief(section.origin(key)) + ")";
  }

  private List<Rule> rules(Section smc) {
    Element element = smc.get("rules");
    if (element == null || !smc.isSet("rules")) {
      return List.of();
    }
    List<Element> items = Sources.textAsList(element).items();
    if (items == null) {
      problems.add(
          element, "must be a list of rules such as [{ to = \"10.0.0.0/8\", mode = off }]");
      return List.of();
    }
    return items.stream().map(this::rule).filter(Objects::nonNull).toList();
  }

  /** Null if the rule can't be read. */
  private @Nullable Rule rule(Element element) {
    Section rule = Section.of(element, Keys.RULE, problems);
    if (rule == null) {
      return null;
    }
    Direction direction =
        rule.isSet("direction") ? rule.choice("direction", Direction.class) : null;
    List<Target> to = rule.oneOrMore("to", value -> Target.parse(text(value)));
    List<PortRange> ports = rule.oneOrMore("ports", value -> PortRange.parse(text(value)));
    Mode mode = rule.choice("mode", Mode.class);
    String reason = "rule " + element.path() + " (" + Origins.brief(rule.origin()) + ")";
    return mode == null ? null : new Rule(direction, to, ports, mode, reason);
  }

  private static OptionalInt size(Section section, String key) {
    Integer size = section.optional(key, SettingsReader::bytes);
    return size == null ? OptionalInt.empty() : OptionalInt.of(size);
  }

  private static int bytes(ConfigValue value) {
    String allowed = "must be null or a size from 16K to 1G, such as 65536 or 1M";
    try {
      long size = value.atKey("size").getBytes("size");
      if (size >= SMALLEST_BUFFER && size <= LARGEST_BUFFER) {
        return (int) size;
      }
      throw new IllegalArgumentException(allowed);
    } catch (ConfigException e) {
      throw new IllegalArgumentException(allowed, e);
    }
  }

  private static Duration memory(ConfigValue value) {
    String allowed = "must be a time from 1 second to 7 days, such as \"90 seconds\" or 10m";
    try {
      Duration time = value.atKey("time").getDuration("time");
      if (time.compareTo(SHORTEST_MEMORY) >= 0 && time.compareTo(LONGEST_MEMORY) <= 0) {
        return time;
      }
      throw new IllegalArgumentException(allowed);
    } catch (ConfigException e) {
      throw new IllegalArgumentException(allowed, e);
    }
  }

  private static Path path(ConfigValue value) {
    String allowed = "must be null or a path";
    String text = text(value);
    if (value.valueType() != ConfigValueType.STRING || text.isBlank()) {
      throw new IllegalArgumentException(allowed);
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(allowed + " (" + e.getReason() + ")", e);
    }
  }

  private static String text(ConfigValue value) {
    return String.valueOf(value.unwrapped());
  }
}
