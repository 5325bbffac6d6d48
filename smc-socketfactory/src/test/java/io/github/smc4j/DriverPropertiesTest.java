package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.policy.Probe;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Properties as the drivers hand them to the constructor of {@link SmcSocketFactory}. */
class DriverPropertiesTest {
  @Test
  void settings_areReadFromTheArgument() {
    assertThat(probe("socketFactoryArg", "smc.probe=background")).isEqualTo(Probe.BACKGROUND);
  }

  @Test
  void settings_areReadFromPropertiesOfTheirNames() {
    assertThat(probe("user", "test", "smc.probe", "background")).isEqualTo(Probe.BACKGROUND);
  }

  @Test
  void settings_areReadFromPropertiesWithJaybirdsEnding() {
    assertThat(probe("smc.probe@socketFactory", "background")).isEqualTo(Probe.BACKGROUND);
  }

  @Test
  void settings_followAPropertyOfTheirNameRatherThanTheArgument() {
    assertThat(probe("socketFactoryArg", "smc.probe=background", "smc.probe", "off"))
        .isEqualTo(Probe.OFF);
  }

  @Test
  void settings_areThoseOfTheJvmWhereNothingIsGiven() {
    assertThat(probe()).isEqualTo(Probe.OFF);
  }

  private static Probe probe(String... namesAndValues) {
    return new DriverProperties(properties(namesAndValues)).settings().probe();
  }

  private static Properties properties(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return properties;
  }
}
