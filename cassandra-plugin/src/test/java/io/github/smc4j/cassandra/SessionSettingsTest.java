package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.DriverOption;
import com.datastax.oss.driver.api.core.config.OptionsMap;
import com.datastax.oss.driver.api.core.config.TypedDriverOption;
import com.datastax.oss.driver.api.core.type.reflect.GenericType;
import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever the driver has its configuration from. */
class SessionSettingsTest {
  private static final InetSocketAddress NODE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9042);
  private static final DriverOption MODE = () -> "advanced.smc.mode";
  private static final DriverOption ENABLED = () -> "advanced.smc.enabled";

  @TempDir private Path directory;

  @Test
  void nothingSet_theSettingsAreTheJvms() {
    assertThat(settings(text(""))).isSameAs(Settings.global());
  }

  @Test
  void file_isNamed() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("driver.conf"),
            "datastax-java-driver {\n  advanced.smc {\n    mode = require\n  }\n}");

    assertThat(decision(DriverConfigLoader.fromFile(file.toFile())).reason())
        .isEqualTo("datastax-java-driver.advanced.smc.mode (" + file + ": 3)");
  }

  @Test
  void wrongSetting_namesKeyAndFile() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("driver.conf"), "datastax-java-driver.advanced.smc.modus = off");

    assertThatThrownBy(() -> settings(DriverConfigLoader.fromFile(file.toFile())))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessage(
            "Wrong smc4j setting: datastax-java-driver.advanced.smc.modus = \"off\" (%s: 1): there"
                + " is no such setting; did you mean datastax-java-driver.advanced.smc.mode?",
            file);
  }

  @Test
  void systemProperty_overridesTheFile() {
    System.setProperty("datastax-java-driver.advanced.smc.mode", "off");
    try {
      assertThat(decision(text("advanced.smc.mode = require")).mode()).isEqualTo(Mode.OFF);
    } finally {
      System.clearProperty("datastax-java-driver.advanced.smc.mode");
    }
  }

  @Test
  void noSection_isWrong() {
    assertThatThrownBy(() -> settings(text("advanced.smc = off")))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("datastax-java-driver.advanced.smc must hold settings");
  }

  @Test
  void programmaticBuilder_isRead() {
    DriverConfigLoader loader =
        DriverConfigLoader.programmaticBuilder().withString(MODE, "require").build();

    assertThat(decision(loader).mode()).isEqualTo(Mode.REQUIRE);
  }

  @Test
  void composedOfTwo_theFirstIsStronger() {
    DriverConfigLoader on =
        DriverConfigLoader.programmaticBuilder()
            .withString(MODE, "require")
            .withBoolean(ENABLED, true)
            .build();
    DriverConfigLoader off = text("advanced.smc { enabled = false, mode = prefer }");

    assertThat(decision(DriverConfigLoader.compose(on, off)).mode()).isEqualTo(Mode.REQUIRE);
    assertThat(decision(DriverConfigLoader.compose(off, on)).mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void composedOfTwo_aWrongNumberOfTheFirstIsWrong() {
    DriverConfigLoader wrong = text("advanced.smc.buffers.send = 7");
    DriverConfigLoader right = text("advanced.smc.buffers.send = 65536");

    assertThatThrownBy(() -> settings(DriverConfigLoader.compose(wrong, right)))
        .hasMessageContaining("datastax-java-driver.advanced.smc.buffers.send = \"7\"");
    assertThat(settings(DriverConfigLoader.compose(right, wrong)).buffers().send()).hasValue(65536);
  }

  @Test
  void composedOfTwo_rulesHaveToBeATextToBeTheFirstOnes() {
    DriverConfigLoader list = text("advanced.smc.rules = [{ mode = require }]");
    DriverConfigLoader first = text("advanced.smc.rules = \"[{ mode = require }]\"");
    DriverConfigLoader second = text("advanced.smc.rules = \"[{ mode = off }]\"");

    assertThat(decision(DriverConfigLoader.compose(first, second)).mode()).isEqualTo(Mode.REQUIRE);
    assertThat(decision(DriverConfigLoader.compose(second, first)).mode()).isEqualTo(Mode.OFF);
    assertThatThrownBy(() -> settings(DriverConfigLoader.compose(second, list)))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("datastax-java-driver.advanced.smc.rules")
        .hasMessageContaining("write the list as a text");
  }

  @Test
  void mapOfOptions_isRead() {
    OptionsMap options = OptionsMap.driverDefaults();
    options.put(new TypedDriverOption<>(MODE, GenericType.STRING), "require");
    options.put(new TypedDriverOption<>(ENABLED, GenericType.BOOLEAN), true);

    assertThat(decision(DriverConfigLoader.fromMap(options)).mode()).isEqualTo(Mode.REQUIRE);
  }

  @Test
  void mapOfOptions_hasNone() {
    assertThat(settings(DriverConfigLoader.fromMap(OptionsMap.driverDefaults())))
        .isSameAs(Settings.global());
  }

  @Test
  void profile_mayInheritTheSection() {
    DriverConfigLoader loader =
        text("advanced.smc.mode = require, profiles.slow.basic.request.timeout = 1 minute");

    assertThat(decision(loader).mode()).isEqualTo(Mode.REQUIRE);
  }

  @Test
  void profile_canHaveNoneOfItsOwn() {
    DriverConfigLoader loader = text("profiles.slow.advanced.smc.mode = off");

    assertThatThrownBy(() -> settings(loader))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessage(
            "Wrong smc4j setting: datastax-java-driver.profiles.slow.advanced.smc.mode = \"off\""
                + " (String: 1): the profiles of a session share its connections; set"
                + " datastax-java-driver.advanced.smc.mode");
  }

  private static Decision decision(DriverConfigLoader loader) {
    return settings(loader).policy().connect(NODE);
  }

  private static Settings settings(DriverConfigLoader loader) {
    return SessionSettings.of(loader.getInitialConfig());
  }

  private static DriverConfigLoader text(String configuration) {
    return DriverConfigLoader.fromString("datastax-java-driver { " + configuration + " }");
  }
}
