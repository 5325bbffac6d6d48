package io.github.smc4j.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.network.Acceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM in which the plug-in cannot do its work, and each time NIO goes on doing its own. */
class LimitedJvmTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final String NO_LIBRARY = "-Dsmc.native.library=/missing/libsmc4j.so";

  @TempDir Path directory;

  @Test
  void withoutTheJarsThatThePluginNeeds_kafkaRunsOnTcpAndTheLogSaysWhatIsMissing()
      throws Exception {
    String classPath =
        Arrays.stream(CLASS_PATH.split(File.pathSeparator))
            .filter(entry -> !entry.contains("smc-socketfactory"))
            .collect(Collectors.joining(File.pathSeparator));

    assertThat(dial(60, "-cp", classPath))
        .contains("a client connected")
        .contains("io/github/smc4j/internal/Availability")
        .contains("so Kafka's connections run on TCP");
  }

  @Test
  void withoutTheNativeLibrary_kafkaRunsOnTcpAndTheLogNamesIt() throws Exception {
    assertThat(dial(60, "-cp", CLASS_PATH, NO_LIBRARY))
        .contains("a client connected")
        .contains("socket.factory.class cannot be honoured")
        .contains("/missing/libsmc4j.so");
  }

  /** It concerns the clients that name the factory, and no others. */
  @Test
  void withAWrongSettingOfTheJvm_aClientThatNamesNoFactoryConnects() throws Exception {
    assertThat(dial(60, "-cp", CLASS_PATH, "-Dsmc.mode=sometimes", "-Ddialling.plain=true"))
        .contains("a client connected")
        .doesNotContain("sometimes");
    assertThat(dial(5, "-cp", CLASS_PATH, "-Dsmc.mode=sometimes"))
        .doesNotContain("a client connected");
  }

  /** The client's own mode cannot be read, but the JVM's stands. */
  @Test
  void withoutTheNativeLibrary_kafkaStaysUnconnectedWhereTheJvmRequiresSmc() throws Exception {
    assertThat(dial(5, "-cp", CLASS_PATH, NO_LIBRARY, "-Dsmc.mode=require"))
        .contains("no client connected")
        .contains("socket.factory.class cannot be honoured");
  }

  @ParameterizedTest
  @CsvSource({"connect, a listener opened", "listen, SMC is required by"})
  void withoutTheNativeLibrary_aListenerIsHeldToTheRulesForListeners(
      String direction, String outcome) throws Exception {
    String rules = "-Dsmc.rules=[{direction=" + direction + ",mode=require}]";

    assertThat(run(Acceptor.class, "", "-cp", CLASS_PATH, NO_LIBRARY, rules)).contains(outcome);
  }

  private String dial(int seconds, String... flags) throws Exception {
    return run(Dialling.class, Integer.toString(seconds), flags);
  }

  private String run(Class<?> program, String argument, String... flags) throws Exception {
    Path output = directory.resolve("output");
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of("-Xcheck:jni"),
                Stream.of(flags),
                Stream.of(program.getName(), argument))
            .flatMap(words -> words)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return Files.readString(output);
  }
}
