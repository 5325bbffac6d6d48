package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JVMs where the plug-in finds another driver than those it knows, or not what it needs. */
class UnknownDriverTest {
  private static final Path SHADED = Path.of("target", "drivers", "java-driver-core-shaded.jar");
  private static final String PREFERRED = "advanced.smc.rules = [{ ports = 1, mode = require }]";
  private static final String REQUIRED = "advanced.smc.mode = require";
  private static final String ON_TCP = "driver's: .*Protocol initialization request";

  @TempDir Path directory;

  /** With Netty beside it, which other libraries may bring, the plug-in's classes can be loaded. */
  @ParameterizedTest
  @ValueSource(strings = {"java-driver-core-", "java-driver-core-|netty-"})
  void shadedDriver_runsOnTcpAndTheLogSaysSoOnce(String left) throws Exception {
    assertThat(run(shadedWithout(left), PREFERRED))
        .containsPattern(ON_TCP)
        .containsPattern("plug-in's: .*Protocol initialization request")
        .containsOnlyOnce("sessions of the Cassandra driver stay on TCP")
        .contains("java-driver-core-shaded has a Netty of its own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java-driver-core-", "java-driver-core-|netty-"})
  void shadedDriver_isRefusedWhereSmcIsRequired(String left) throws Exception {
    assertThat(run(shadedWithout(left), REQUIRED))
        .containsPattern("driver's: .*SMC is required by datastax-java-driver.advanced.smc.mode")
        .containsPattern("plug-in's: .*SMC is required by datastax-java-driver.advanced.smc.mode")
        .contains("its threads: []");
  }

  @Test
  void withoutTheCore_theDriverRunsOnTcpAndTheLogSaysWhatIsMissing() throws Exception {
    assertThat(run(classPath(entry -> !entry.contains("smc-socketfactory")), PREFERRED))
        .containsPattern(ON_TCP)
        .containsOnlyOnce("sessions of the Cassandra driver stay on TCP")
        .contains("with smc-socketfactory and config on the class path");
  }

  private static String shadedWithout(String left) {
    return SHADED.toAbsolutePath()
        + File.pathSeparator
        + classPath(entry -> !entry.matches(".*/(" + left + ")[^/]*\\.jar"));
  }

  private static String classPath(Predicate<String> kept) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(kept)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String run(String classPath, String configuration) throws Exception {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xcheck:jni",
                "-cp",
                classPath,
                Asking.class.getName(),
                configuration)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
    }
  }
}
