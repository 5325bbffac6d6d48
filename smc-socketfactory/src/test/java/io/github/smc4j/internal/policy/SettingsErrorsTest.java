package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smc4j.SmcConfigurationException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that bad configuration can lead to. */
class SettingsErrorsTest {
  private static final String PORTS =
      "must be a port from 1 to 65535, a range such as \"9092-9094\", or a list of them";
  private static final String TO =
      "must be a network such as \"10.0.0.0/8\", an address, a host name, a suffix such as"
          + " \".example.org\", or a list of them; this ";
  private static final String MEMORY =
      "must be a time from 1 second to 7 days, such as \"90 seconds\" or 10m";
  private static final String SIZE = "must be null or a size from 16K to 1G, such as 65536 or 1M";
  private static final String JVM =
      "holds for the whole JVM: set it as a system property, as an environment variable or in"
          + " application.conf";

  private final Settings settings = Settings.load(Map.of());

  @ParameterizedTest
  @MethodSource
  void with_namesKeyValueOriginAndWhatIsAllowed(
      String argument, String key, String value, String why) {
    assertThatThrownBy(() -> settings.with(argument))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessage("Wrong smc4j setting: " + key + " = " + value + " (argument): " + why);
  }

  static Stream<Arguments> with_namesKeyValueOriginAndWhatIsAllowed() {
    return Stream.of(
        arguments("smc.mode=maybe", "smc.mode", "\"maybe\"", "must be off, prefer or require"),
        arguments("smc.mode=OFF", "smc.mode", "\"OFF\"", "must be off, prefer or require"),
        arguments("smc.mode=null", "smc.mode", "null", "must be off, prefer or require"),
        arguments("smc.mode=[off]", "smc.mode", "[\"off\"]", "must be off, prefer or require"),
        arguments(
            "smc.family=inet", "smc.family", "\"inet\"", "must be auto, af-smc or ipproto-smc"),
        arguments("smc.public-addresses=true", "smc.public-addresses", "true", "must be off or on"),
        arguments("smc.buffers.send=16383", "smc.buffers.send", "16383", SIZE),
        arguments("smc.buffers.send=2G", "smc.buffers.send", "\"2G\"", SIZE),
        arguments("smc.buffers.receive=-1", "smc.buffers.receive", "-1", SIZE),
        arguments("smc.buffers.receive=large", "smc.buffers.receive", "\"large\"", SIZE),
        arguments("smc.buffers.receive=[1M]", "smc.buffers.receive", "[\"1M\"]", SIZE),
        arguments("smc.buffers=1M", "smc.buffers", "\"1M\"", "must hold settings: send, receive"),
        arguments("smc.breaker.remember=999ms", "smc.breaker.remember", "\"999ms\"", MEMORY),
        arguments("smc.breaker.remember=8 days", "smc.breaker.remember", "\"8 days\"", MEMORY),
        arguments("smc.breaker.remember=-1s", "smc.breaker.remember", "\"-1s\"", MEMORY),
        arguments("smc.breaker.remember=long", "smc.breaker.remember", "\"long\"", MEMORY),
        arguments("smc.breaker.remember=null", "smc.breaker.remember", "null", MEMORY),
        arguments("smc.breaker=10m", "smc.breaker", "\"10m\"", "must hold settings: remember"),
        arguments("smc.probe=on", "smc.probe", "\"on\"", "must be off or background"),
        arguments("smc.native.library=/x.so", "smc.native", "{\"library\":\"/x.so\"}", JVM),
        arguments("smc.native=null", "smc.native", "null", JVM),
        arguments(
            "smc=off",
            "smc",
            "\"off\"",
            "must hold settings: mode, family, public-addresses, rules, buffers, breaker, probe, ipv4-stack, native"),
        arguments(
            "smc.mod=off",
            "smc.mod",
            "\"off\"",
            "there is no such setting; did you mean smc.mode?"),
        arguments(
            "smc.send=1M",
            "smc.send",
            "\"1M\"",
            "there is no such setting; did you mean smc.buffers.send?"),
        arguments(
            "smc.buffers.recieve=1M",
            "smc.buffers.recieve",
            "\"1M\"",
            "there is no such setting; did you mean smc.buffers.receive?"),
        arguments(
            "mode=off",
            "mode",
            "\"off\"",
            "settings start with \"smc.\" here; did you mean smc.mode?"),
        arguments(
            "buffers.send=1M",
            "buffers",
            "{\"send\":\"1M\"}",
            "settings start with \"smc.\" here; did you mean smc.buffers.send?"),
        arguments(
            "smc.rules=5",
            "smc.rules",
            "5",
            "must be a list of rules such as [{ to = \"10.0.0.0/8\", mode = off }]"),
        arguments(
            "smc.rules=[off]",
            "smc.rules[0]",
            "\"off\"",
            "must hold settings: direction, to, ports, mode"),
        arguments(
            "smc.rules=[{mode=off},{mode=on}]",
            "smc.rules[1].mode",
            "\"on\"",
            "must be off, prefer or require"),
        arguments(
            "smc.rules=[{mode=off,direction=both}]",
            "smc.rules[0].direction",
            "\"both\"",
            "must be connect or listen"),
        arguments(
            "smc.rules=[{mode=off,port=1}]",
            "smc.rules[0].port",
            "1",
            "there is no such setting; did you mean smc.rules[0].ports?"),
        arguments("smc.rules=[{mode=off,ports=0}]", "smc.rules[0].ports", "0", PORTS),
        arguments("smc.rules=[{mode=off,ports=65536}]", "smc.rules[0].ports", "65536", PORTS),
        arguments("smc.rules=[{mode=off,ports=80.5}]", "smc.rules[0].ports", "80.5", PORTS),
        arguments("smc.rules=[{mode=off,ports=http}]", "smc.rules[0].ports", "\"http\"", PORTS),
        arguments(
            "smc.rules=[{mode=off,ports=[1,9-2]}]",
            "smc.rules[0].ports[1]",
            "\"9-2\"",
            PORTS + "; this range ends before it starts"),
        arguments(
            "smc.rules=[{mode=off,ports=[]}]",
            "smc.rules[0].ports",
            "[]",
            "an empty list matches nothing; leave ports out to match all"),
        arguments(
            "smc.rules=[{mode=off,to=10.0.0.0/33}]",
            "smc.rules[0].to",
            "\"10.0.0.0/33\"",
            TO + "has a prefix length other than 0 to 32 after the slash"),
        arguments(
            "smc.rules=[{mode=off,to=\"fd00::/129\"}]",
            "smc.rules[0].to",
            "\"fd00::/129\"",
            TO + "has a prefix length other than 0 to 128 after the slash"),
        arguments(
            "smc.rules=[{mode=off,to=10.1.2.3/8}]",
            "smc.rules[0].to",
            "\"10.1.2.3/8\"",
            TO + "has bits set beyond its prefix; write 10.0.0.0/8"),
        arguments(
            "smc.rules=[{mode=off,to=\"fd00::1/64\"}]",
            "smc.rules[0].to",
            "\"fd00::1/64\"",
            TO + "has bits set beyond its prefix; write fd00:0:0:0:0:0:0:0/64"),
        arguments(
            "smc.rules=[{mode=off,to=[a.b,10.0.0.256]}]",
            "smc.rules[0].to[1]",
            "\"10.0.0.256\"",
            TO + "is not an IPv4 address: its parts go from 0 to 255, without leading zeros"),
        arguments(
            "smc.rules=[{mode=off,to=10.0.1}]",
            "smc.rules[0].to",
            "\"10.0.1\"",
            TO + "is not an IP address"),
        arguments(
            "smc.rules=[{mode=off,to=\"fd00:::1\"}]",
            "smc.rules[0].to",
            "\"fd00:::1\"",
            TO + "is not an IPv6 address"),
        arguments(
            "smc.rules=[{mode=off,to=\"fe80::1%eth0\"}]",
            "smc.rules[0].to", "\"fe80::1%eth0\"", TO + "is not an IP address"),
        arguments(
            "smc.rules=[{mode=off,to=\"db.*.org\"}]",
            "smc.rules[0].to",
            "\"db.*.org\"",
            TO + "is not a host name"));
  }

  @Test
  void with_saysWhichSettingIsMissing() {
    assertThatThrownBy(() -> settings.with("smc.rules=[{to=10.0.0.0/8}]"))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessage(
            "Wrong smc4j setting: smc.rules[0].mode is missing (argument): must be off, prefer or"
                + " require");
  }

  @Test
  void with_namesEverythingThatIsWrong() {
    assertThatThrownBy(() -> settings.with("smc.mode=x,family=af-smc,smc.rules=[{ports=0,mode=y}]"))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith("4 wrong smc4j settings:\n  ")
        .hasMessageContainingAll("smc.mode = ", "  family = ", "[0].ports = ", "[0].mode = ");
  }

  @Test
  void with_cutsAnEndlessListOfErrors() {
    String rules = "{mode=x},".repeat(1000);
    assertThatThrownBy(() -> settings.with("smc.rules=[" + rules + "]"))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith("1000 wrong smc4j settings:")
        .hasMessageEndingWith("\n  and 980 more");
  }

  @ParameterizedTest
  @MethodSource
  void with_saysHowToWriteAnArgumentThatIsNone(String argument) {
    assertThatThrownBy(() -> settings.with(argument))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith("smc4j can't read the argument \"" + argument + "\" (write smc.")
        .hasCauseInstanceOf(com.typesafe.config.ConfigException.class);
  }

  static Stream<String> with_saysHowToWriteAnArgumentThatIsNone() {
    return Stream.of(
        "require",
        "smc.mode",
        "smc.rules=[",
        "smc.mode=${HOME}",
        "include \"other.conf\"",
        "include file(\"/etc/other.conf\")",
        "include url(\"http://127.0.0.1:1/x\")",
        "include classpath(\"reference.conf\")");
  }

  @ParameterizedTest
  @MethodSource
  void with_refusesTextsOfAnyDepth(UnaryOperator<String> nest) {
    for (int depth = 10; depth < 20_000; depth += depth / 2) {
      String argument = nest.apply(Integer.toString(depth));
      assertThatThrownBy(() -> settings.with(argument))
          .isInstanceOf(SmcConfigurationException.class)
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
    }
  }

  static Stream<UnaryOperator<String>> with_refusesTextsOfAnyDepth() {
    return Stream.of(
        depth -> "smc.rules=" + repeat("[", depth) + repeat("]", depth),
        depth -> "smc.rules=[{mode=off,to=" + repeat("[", depth) + repeat("]", depth) + "}]",
        depth -> "smc.mode=" + repeat("{a=", depth) + "1" + repeat("}", depth),
        depth -> "smc." + repeat("a.", depth) + "b=1",
        depth -> repeat("a.", depth) + "b=1",
        depth -> "smc.mode=" + repeat("[", depth));
  }

  private static String repeat(String text, String times) {
    return text.repeat(Integer.parseInt(times));
  }

  @Test
  void with_namesPropertiesThatCollide() {
    assertThatThrownBy(() -> settings.with(Map.of("smc.rules", "[]", "smc.rules.0.mode", "off")))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith("smc4j can't read the properties: ")
        .hasMessageContaining("smc.rules");
  }

  @Test
  void with_namesTheRuleOfANumberedKey() {
    assertThatThrownBy(
            () -> settings.with(Map.of("smc.rules.7.mode", "off", "smc.rules.7.ports.2", "http")))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessage("Wrong smc4j setting: smc.rules[7].ports[2] = \"http\" (property): " + PORTS);
  }

  @Test
  void with_namesAPropertyWhoseTextIsNoList() {
    assertThatThrownBy(() -> settings.with(Map.of("smc.rules", "[{mode=off}")))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith("smc4j can't read smc.rules (property): ");
  }
}
