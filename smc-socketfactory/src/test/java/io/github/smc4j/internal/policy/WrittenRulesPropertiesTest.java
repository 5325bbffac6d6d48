package io.github.smc4j.internal.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Rules mean the same as text. */
class WrittenRulesPropertiesTest extends PolicyArbitraries {
  private final Settings defaults = Settings.load(Map.of());

  @Property
  void connect_answersAsTheRulesDoThatAreWritten(
      @ForAll("rules") List<Rule> rules, @ForAll("ends") End destination) {
    Decision otherwise = defaults.policy().undecidedDestination();
    InetSocketAddress address = destination.toSocketAddress();
    Decision isPublic = policyOf("").connect(new InetSocketAddress("203.0.113.7", 1));

    assertThat(policyOf(text(rules)).connect(address))
        .isEqualTo(new Policy(asRead(rules), otherwise, isPublic).connect(address));
  }

  private Policy policyOf(String rules) {
    return defaults.with("smc.rules=[" + rules + "]").policy();
  }

  private static List<Rule> asRead(List<Rule> rules) {
    List<Rule> read = new ArrayList<>();
    for (Rule rule : rules) {
      String reason = "rule smc.rules[" + read.size() + "] (argument)";
      read.add(new Rule(rule.direction(), rule.to(), rule.ports(), rule.mode(), reason));
    }
    return read;
  }

  private static String text(List<Rule> rules) {
    return rules.stream().map(WrittenRulesPropertiesTest::text).collect(joining(","));
  }

  private static String text(Rule rule) {
    return Stream.of(
            rule.direction() == null ? "" : "direction=" + lowerCase(rule.direction()),
            rule.to().isEmpty() ? "" : "to=" + list(rule.to().stream().map(t -> text(t))),
            rule.ports().isEmpty() ? "" : "ports=" + list(rule.ports().stream().map(p -> text(p))),
            "mode=" + lowerCase(rule.mode()))
        .filter(setting -> !setting.isEmpty())
        .collect(joining(",", "{", "}"));
  }

  private static String text(Target target) {
    return target.network() == null ? target.name() : target.network().toString();
  }

  /** A single port is written as one. */
  private static String text(PortRange ports) {
    return ports.first() == ports.last() ? "" + ports.first() : ports.first() + "-" + ports.last();
  }

  private static String list(Stream<String> texts) {
    return texts.collect(joining("\",\"", "[\"", "\"]"));
  }

  private static String lowerCase(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
