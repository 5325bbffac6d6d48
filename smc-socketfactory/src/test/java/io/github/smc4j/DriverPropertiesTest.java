package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.internal.policy.Probe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
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

  @Test
  void constructor_throwsWhereADriverReportsItsException() {
    assertThatThrownBy(() -> new SmcSocketFactory(properties("user", "test", "smc.mood", "on")))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("smc.mood");
  }

  @Test
  void constructor_leavesItToTheSocketsToTellWhereJaybirdWouldDoWithoutTheSettings()
      throws Exception {
    SmcSocketFactory factory = new SmcSocketFactory(properties("smc.mood@socketFactory", "on"));
    try (Socket socket = factory.createSocket()) {
      assertThatThrownBy(
              () -> socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("Wrong smc4j setting: smc.mood")
          .hasCauseInstanceOf(SmcConfigurationException.class);
    }
  }

  @Test
  void areHandedOverByJaybird_isTrueOfNoPropertiesToo() {
    assertThat(new DriverProperties(new Properties()).areHandedOverByJaybird()).isTrue();
    assertThat(new DriverProperties(properties("user", "test")).areHandedOverByJaybird()).isFalse();
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
