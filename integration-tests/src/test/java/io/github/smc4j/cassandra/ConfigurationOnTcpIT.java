package io.github.smc4j.cassandra;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import io.github.smc4j.jdbc.OnTcp;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a host without SMC makes of the driver's configuration. */
@Tag("cassandra")
@OnTcp
@ExtendWith(SharedCassandra.class)
@Timeout(value = 5, unit = MINUTES)
class ConfigurationOnTcpIT {
  static Stream<CqlSessionBuilder> builders() {
    return Stream.of(CqlSession.builder(), SmcSession.builder());
  }

  @ParameterizedTest
  @MethodSource("builders")
  void preferredSmc_leavesTheDriverItsOwnChannels(
      CqlSessionBuilder builder, SharedCassandra.Running cassandra) {
    try (CqlSession session =
        PatientDriver.at(cassandra.server(), builder).withConfigLoader(mode("prefer")).build()) {
      assertThat(SessionLinks.channels(session))
          .hasSize(SessionContract.CONNECTIONS)
          .<Class<?>>extracting(Object::getClass)
          .containsOnly(NioSocketChannel.class);
    }
  }

  @ParameterizedTest
  @MethodSource("builders")
  void requiredSmc_isWhyNoSessionIsBuilt(
      CqlSessionBuilder builder, SharedCassandra.Running cassandra) {
    PatientDriver.at(cassandra.server(), builder).withConfigLoader(mode("require"));

    assertThatThrownBy(builder::build)
        .hasStackTraceContaining("SMC is required by datastax-java-driver.advanced.smc.mode")
        .hasStackTraceContaining("cannot be had");
  }

  private static DriverConfigLoader mode(String mode) {
    return DriverConfigLoader.fromString("datastax-java-driver.advanced.smc.mode = " + mode);
  }
}
