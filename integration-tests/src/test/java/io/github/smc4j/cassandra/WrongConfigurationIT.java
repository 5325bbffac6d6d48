package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import io.github.smc4j.SmcConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong settings in the driver's configuration: no session, and a message to go by. */
@Tag("cassandra")
class WrongConfigurationIT {
  private static final String ROOT = "datastax-java-driver.";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          advanced.smc.mode = sometimes               | advanced.smc.mode     | sometimes
          advanced.smc.enabled = perhaps              | advanced.smc.enabled  | perhaps
          advanced.smc.moed = off                     | advanced.smc.moed     | moed
          advanced.smc = off                          | advanced.smc          | must hold settings
          advanced.smc.rules = [{ ports = 70000 }]    | advanced.smc.rules    | 70000
          profiles.slow.advanced.smc.mode = off       | profiles.slow.advanced.smc.mode | off
          """)
  void session_isNotBuiltAndTheErrorNamesKeyValueAndFile(String line, String key, String value)
      throws IOException {
    Path file = Files.writeString(directory.resolve("wrong.conf"), ROOT + line);

    for (CqlSessionBuilder builder : List.of(CqlSession.builder(), SmcSession.builder())) {
      assertThatThrownBy(() -> build(builder, file))
          .extracting(WrongConfigurationIT::smcException, InstanceOfAssertFactories.THROWABLE)
          .hasMessageContainingAll(ROOT + key, value, file.getFileName().toString());
    }
  }

  @Test
  void session_thatIsNotBuiltLeavesNoThreads() throws IOException {
    Path file = Files.writeString(directory.resolve("wrong.conf"), ROOT + "advanced.smc.mode = on");

    for (CqlSessionBuilder builder : List.of(CqlSession.builder(), SmcSession.builder())) {
      assertThatThrownBy(() -> build(builder, file)).hasStackTraceContaining("advanced.smc.mode");
    }

    await().atMost(PatientDriver.PATIENCE).until(() -> threads().isEmpty());
  }

  /** The driver names them by the number of their session and what they are for. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("s\\d+-(io|admin|timer)-\\d+"))
        .toList();
  }

  /** The driver wraps what its listeners throw. */
  private static Throwable smcException(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(SmcConfigurationException.class::isInstance)
        .findFirst()
        .orElse(thrown);
  }

  /** Nobody listens there, and nobody is asked to. */
  private static void build(CqlSessionBuilder builder, Path file) {
    builder
        .addContactPoint(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1))
        .withLocalDatacenter("datacenter1")
        .withConfigLoader(DriverConfigLoader.fromPath(file))
        .build()
        .close();
  }
}
