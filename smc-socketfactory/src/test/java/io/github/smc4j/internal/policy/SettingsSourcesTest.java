package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.SmcConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source wins, and what a broken one does. */
class SettingsSourcesTest {
  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9092);

  @TempDir private Path directory;
  private Properties properties;
  private ClassLoader loader;

  @BeforeEach
  void remember() {
    properties = (Properties) System.getProperties().clone();
    loader = Thread.currentThread().getContextClassLoader();
  }

  @AfterEach
  void restore() {
    System.setProperties(properties);
    Thread.currentThread().setContextClassLoader(loader);
  }

  @Test
  void load_hasTheDefaultsWhereNothingIsSet() {
    Settings settings = Settings.load(Map.of());
    Decision decision = settings.policy().connect(LOOPBACK);

    assertThat(decision.mode()).isEqualTo(Mode.PREFER);
    assertThat(decision.reason()).matches("smc\\.mode \\(reference\\.conf: \\d+\\)");
    assertThat(settings.family()).isEqualTo(Family.AUTO);
    assertThat(settings.buffers()).isEqualTo(new Buffers(OptionalInt.empty(), OptionalInt.empty()));
    assertThat(settings.nativeLibrary()).isNull();
    assertThat(settings.nativeDirectory()).isNull();
  }

  @Test
  void eachSourceOverridesTheNextWeaker() throws IOException {
    Map<String, String> environment = Map.of("CONFIG_FORCE_smc_mode", "require");
    assertThat(mode(Map.of())).isEqualTo(Mode.PREFER);

    application("smc.mode = off");
    assertThat(mode(Map.of())).isEqualTo(Mode.OFF);

    assertThat(mode(environment)).isEqualTo(Mode.REQUIRE);

    System.setProperty("smc.mode", "prefer");
    assertThat(mode(environment)).isEqualTo(Mode.PREFER);

    Settings settings = Settings.load(environment).with("smc.mode=off");
    assertThat(settings.policy().connect(LOOPBACK).mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void load_namesTheFileAndLineOfAnError() throws IOException {
    application("# one\nsmc {\n  mode = maybe\n}");
    assertThatThrownBy(() -> Settings.load(Map.of()))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageMatching(
            "Wrong smc4j setting: smc\\.mode = \"maybe\" \\(application\\.conf @ file:.*: 3\\): must"
                + " be off, prefer or require");
  }

  @Test
  void load_namesTheSystemPropertyOfAnError() {
    System.setProperty("smc.buffers.send", "1");
    assertThatThrownBy(() -> Settings.load(Map.of()))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("smc.buffers.send = \"1\" (system property): ");
  }

  @Test
  void load_namesTheEnvironmentVariableOfAnError() {
    assertThatThrownBy(
            () -> Settings.load(Map.of("CONFIG_FORCE_smc_public__addresses", "sometimes")))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining(
            "smc.public-addresses = \"sometimes\" (environment variable"
                + " CONFIG_FORCE_smc_public__addresses): must be off or on");
  }

  @Test
  void load_takesEnvironmentVariablesInUpperCaseAndNumberedOnes() {
    Policy policy =
        Settings.load(
                Map.of(
                    "CONFIG_FORCE_SMC_MODE", "off",
                    "CONFIG_FORCE_smc_rules_0_ports", "9092",
                    "CONFIG_FORCE_smc_rules_0_mode", "require",
                    "CONFIG_FORCE_other____thing", "x"))
            .policy();

    assertThat(policy.connect(LOOPBACK))
        .isEqualTo(new Decision(Mode.REQUIRE, "rule smc.rules[0] (environment variables)"));
    assertThat(policy.undecidedDestination())
        .isEqualTo(new Decision(Mode.OFF, "smc.mode (environment variable CONFIG_FORCE_SMC_MODE)"));
  }

  @Test
  void load_takesRulesAsNumberedSystemPropertiesOrAsOneText() {
    System.setProperty("smc.rules.10.mode", "off");
    System.setProperty("smc.rules.9.mode", "require");
    assertThat(Settings.load(Map.of()).policy().connect(LOOPBACK))
        .isEqualTo(new Decision(Mode.REQUIRE, "rule smc.rules[9] (system property)"));

    System.setProperties((Properties) properties.clone());
    System.setProperty("smc.rules", "[{ mode = off }]");
    assertThat(Settings.load(Map.of()).policy().connect(LOOPBACK))
        .isEqualTo(new Decision(Mode.OFF, "rule smc.rules[0] (system property)"));
  }

  @Test
  void load_readsTheFileThatASystemPropertyNames() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.conf"), "\nsmc.rules = [{ mode = off }]");
    System.setProperty("config.file", file.toString());
    assertThat(Settings.load(Map.of()).policy().connect(LOOPBACK))
        .isEqualTo(new Decision(Mode.OFF, "rule smc.rules[0] (" + file + ": 2)"));
  }

  @Test
  void load_readsAnApplicationsProperties() throws IOException {
    application("application.properties", "smc.rules.0.ports = 9092\nsmc.rules.0.mode = off");
    assertThat(mode(Map.of())).isEqualTo(Mode.OFF);
  }

  @Test
  void load_failsWhereTheNamedFileIsMissing() {
    System.setProperty("config.file", directory.resolve("absent.conf").toString());
    assertThatThrownBy(() -> Settings.load(Map.of()))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("absent.conf");
  }

  @Test
  void load_mindsOnlyItsOwnPartOfAnApplicationsFile() throws IOException {
    application("url = ${nowhere.to.be.found}, a = ${b}, b = ${a}, smc.mode = off");
    assertThat(mode(Map.of())).isEqualTo(Mode.OFF);

    application("url = ${nowhere.to.be.found}, mine = off, smc.mode = ${mine}");
    assertThat(mode(Map.of())).isEqualTo(Mode.OFF);

    System.setProperty("mine", "require");
    assertThat(mode(Map.of())).isEqualTo(Mode.REQUIRE);
  }

  @Test
  void load_failsWhereItsOwnPartDoesNotResolve() throws IOException {
    application("smc.mode = ${nowhere.to.be.found}");
    assertThatThrownBy(() -> Settings.load(Map.of()))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith("smc4j can't read the configuration: application.conf @ ")
        .hasMessageContaining("nowhere.to.be.found");
  }

  @Test
  void load_failsWhereAnApplicationsFileCannotBeParsed() throws IOException {
    application("smc.mode = off\n}");
    assertThatThrownBy(() -> Settings.load(Map.of()))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith("smc4j can't read the configuration: application.conf @ ");
  }

  @Test
  void load_failsWhereSmcIsNoObject() throws IOException {
    application("smc = off");
    assertThatThrownBy(() -> Settings.load(Map.of()))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("smc = \"off\"")
        .hasMessageContaining("must hold settings: mode, family, public-addresses");
  }

  @Test
  void load_leavesAloneAPropertyThatOnlySharesTheName() {
    System.setProperty("smc", "something else");
    System.setProperty("smcmode", "off");
    assertThat(mode(Map.of())).isEqualTo(Mode.PREFER);
  }

  @Test
  void load_doesWithoutAContextClassLoader() {
    Thread.currentThread().setContextClassLoader(null);
    assertThat(mode(Map.of())).isEqualTo(Mode.PREFER);
  }

  @Test
  void load_doesWithAContextClassLoaderThatDoesNotSeeIt() {
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    assertThat(mode(Map.of())).isEqualTo(Mode.PREFER);
  }

  @Test
  void with_nothingIsTheSame() {
    Settings settings = Settings.load(Map.of());
    assertThat(settings.with((String) null)).isSameAs(settings);
    assertThat(settings.with(" ")).isSameAs(settings);
    assertThat(settings.with(new Properties())).isSameAs(settings);
    assertThat(settings.with(Map.of("user", "scott", "smcmode", "off"))).isSameAs(settings);
  }

  @Test
  void with_changesOnlyWhatTheArgumentNames() {
    Settings settings =
        Settings.load(Map.of())
            .with("smc.family=af-smc")
            .with("smc.buffers.send=1M, smc { buffers { receive = 65536 } }");

    assertThat(settings.family()).isEqualTo(Family.AF_SMC);
    assertThat(settings.buffers())
        .isEqualTo(new Buffers(OptionalInt.of(1 << 20), OptionalInt.of(1 << 16)));
    assertThat(settings.with("smc.buffers.send=null").buffers().send()).isEmpty();
  }

  @Test
  void with_takesPropertiesOfAnyType() {
    Map<String, @Nullable Object> kafka = new HashMap<>();
    kafka.put("bootstrap.servers", List.of("a:9092"));
    kafka.put("client.id", null);
    kafka.put("smc.mode", " require ");
    kafka.put("smc.buffers.send", 131_072);
    kafka.put("smc.buffers.receive", null);
    kafka.put("smc.rules", List.of(Map.of("ports", List.of(1, "2-3"), "mode", "off")));
    Settings settings = Settings.load(Map.of()).with(kafka);

    assertThat(settings.buffers())
        .isEqualTo(new Buffers(OptionalInt.of(131_072), OptionalInt.empty()));
    assertThat(settings.policy().connect(LOOPBACK))
        .isEqualTo(new Decision(Mode.REQUIRE, "smc.mode (property)"));
    assertThat(
            settings.policy().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 3)))
        .isEqualTo(new Decision(Mode.OFF, "rule smc.rules[0] (property)"));
  }

  @Test
  void with_takesThePropertiesThatOthersDefaultTo() {
    Properties defaults = new Properties();
    defaults.setProperty("smc.mode", "off");
    Properties derived = new Properties(defaults);
    derived.setProperty("user", "scott");
    assertThat(Settings.load(Map.of()).with(derived).policy().connect(LOOPBACK).mode())
        .isEqualTo(Mode.OFF);
  }

  @Test
  void with_takesRulesAsText() {
    Settings settings =
        Settings.load(Map.of())
            .with(Map.of("smc.rules", "[{ to = 127.0.0.0/8, ports = 9092, mode = require }]"));
    assertThat(settings.policy().connect(LOOPBACK).mode()).isEqualTo(Mode.REQUIRE);
    assertThat(settings.with(Map.of("smc.rules", "null")).policy().connect(LOOPBACK).mode())
        .isEqualTo(Mode.PREFER);
  }

  @Test
  void load_readsThePathsOfTheNativeLibrary() {
    System.setProperty("smc.native.library", "/opt/smc4j/libsmc4j.so");
    System.setProperty("smc.native.directory", "/var/lib/smc4j");
    Settings settings = Settings.load(Map.of());
    assertThat(settings.nativeLibrary()).isEqualTo(Path.of("/opt/smc4j/libsmc4j.so"));
    assertThat(settings.nativeDirectory()).isEqualTo(Path.of("/var/lib/smc4j"));
  }

  @Test
  void load_refusesWhatIsNoPath() {
    System.setProperty("smc.native.library", " ");
    System.setProperty("smc.native.directory", "a\0b");
    assertThatThrownBy(() -> Settings.load(Map.of()))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("smc.native.library = \"\" (system property): must be null or a path")
        .hasMessageContaining("must be null or a path (Nul character not allowed)");
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  private static Mode mode(Map<String, String> environment) {
    return Settings.load(environment).policy().connect(LOOPBACK).mode();
  }

  private void application(String text) throws IOException {
    application("application.conf", text);
  }

  /** Puts a file before the class path. */
  private void application(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(new URL[] {url(directory.toString())}, loader));
  }
}
