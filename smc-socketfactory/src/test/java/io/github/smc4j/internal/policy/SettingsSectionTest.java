package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.github.smc4j.SmcConfigurationException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of one use that stand in a middleware's own configuration. */
class SettingsSectionTest {
  private static final String PATH = "store.network.smc";
  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9042);

  private final Settings settings = Settings.load(Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mode = maybe | .mode = \"maybe\" | must be off, prefer or require",
        "enabled = maybe | .enabled = \"maybe\" | must be true or false",
        "enable = false | .enable = false | there is no such setting; did you mean {}.enabled?",
        "mod = off | .mod = \"off\" | there is no such setting; did you mean {}.mode?",
        "buffers.send = 1 | .buffers.send = 1 | must be null or a size from 16K to 1G, such as"
            + " 65536 or 1M",
        "rules = [{ mode = on }] | .rules[0].mode = \"on\" | must be off, prefer or require",
        "ipv4-stack = on | .ipv4-stack = \"on\" | holds for the whole JVM: set it as a system"
            + " property, as an environment variable or in application.conf"
      })
  void with_namesWhatIsWrongByItsPlace(String section, String found, String allowed) {
    assertThatThrownBy(() -> with(section))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessage(
            "Wrong smc4j setting: %s%s (store.conf): %s", PATH, found, allowed.replace("{}", PATH));
  }

  @Test
  void with_namesEverythingThatIsWrong() {
    assertThatThrownBy(() -> with("{ enabled = 7, speed = high, probe = on }"))
        .hasMessageStartingWith("3 wrong smc4j settings:")
        .hasMessageContaining(PATH + ".enabled = 7")
        .hasMessageContaining(PATH + ".speed = \"high\"")
        .hasMessageContaining(PATH + ".probe = \"on\"");
  }

  @Test
  void decisions_nameThePlaceOfWhatMadeThem() {
    assertThat(decision("mode = require"))
        .isEqualTo(new Decision(Mode.REQUIRE, PATH + ".mode (store.conf)"));
    assertThat(decision("rules = [{ ports = 9042, mode = off }]"))
        .isEqualTo(new Decision(Mode.OFF, "rule " + PATH + ".rules[0] (store.conf)"));

    Decision left = decision("rules = [{ ports = 7000, mode = off }]");
    assertThat(left.mode()).isEqualTo(Mode.PREFER);
    assertThat(left.reason()).startsWith("smc.mode (reference.conf: ");
  }

  @Test
  void notEnabled_nothingUsesSmc() {
    Settings off = with("{ enabled = false, mode = require, rules = [{ mode = require }] }");

    assertThat(off.policy().prefers()).isFalse();
    assertThat(off.policy().requires()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"{}", "enabled = true"})
  void nothingSet_changesNothing(String section) {
    assertThat(with(section)).isSameAs(settings);
  }

  private Decision decision(String section) {
    return with(section).policy().connect(LOOPBACK);
  }

  private Settings with(String section) {
    Config config =
        ConfigFactory.parseString(
            section, ConfigParseOptions.defaults().setOriginDescription("store.conf"));
    return settings.with(config, PATH);
  }
}
