package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.console.ConsoleLauncher;

/** The same class files on Netty 4.1, where the class path of these tests has 4.2. */
@Tag("lab")
@Tag("once")
class OlderNettyIT {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"4.1-oldest", "4.1"})
  void channels_connectAsOnTheNewest(String netty) throws Exception {
    Path log = directory.resolve("tests.log");
    List<String> jars = jars(Path.of("target", "netty", netty));
    assertThat(jars).isNotEmpty();

    try (RunningProgram tests =
        new JavaProgram(
                "the tests on Netty " + netty,
                String.join(File.pathSeparator, classPathWith(jars)),
                List.of("-ea", "-Xcheck:jni"),
                List.of(
                    ConsoleLauncher.class.getName(),
                    "execute",
                    "--disable-banner",
                    "--disable-ansi-colors",
                    "--details=tree",
                    "--fail-if-no-tests",
                    "--select-class=" + NettyConnectNioOverSmcdIT.class.getName(),
                    "--select-class=" + NettyConnectEpollOverSmcdIT.class.getName(),
                    "--select-class=" + NettySettingsNioOverSmcdIT.class.getName(),
                    "--select-class=" + NettySettingsEpollOverSmcdIT.class.getName(),
                    "--select-class=" + NettyCancelOverSmcdIT.class.getName(),
                    "--select-class=" + NettySharedPortOverSmcdIT.class.getName(),
                    "--select-class=" + EpollSwallowedErrorIT.class.getName()),
                log)
            .start()) {
      tests.awaitSuccess(LIMIT);
    } catch (IOException e) {
      Files.copy(log, System.out); // its end says nothing of the test that failed
      throw e;
    }
  }

  private static List<String> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).toList();
    }
  }

  private static List<String> classPathWith(List<String> netty) {
    Stream<String> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !new File(entry).getName().startsWith("netty-"));
    return Stream.concat(others, netty.stream()).toList();
  }
}
