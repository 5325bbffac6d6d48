package io.github.smc4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native library, built with sanitizers of memory and of undefined behaviour. */
class NativeSanitizerTest {
  private static final Path SOURCES = Path.of("src", "main", "c").toAbsolutePath();
  private static final Path HEADERS = Path.of("target", "native").toAbsolutePath();

  @TempDir Path directory;

  @Test
  void everyNativeFunction_isCleanUnderTheSanitizers() throws Exception {
    assumeTrue(Files.isDirectory(SOURCES), "not run from the module's folder");
    Path sanitizer = Path.of(run(Map.of(), "gcc", "-print-file-name=libasan.so").output.strip());
    assumeTrue(sanitizer.isAbsolute(), "this gcc has no libasan");
    Outcome build =
        run(
            Map.of("CFLAGS", "-g -fsanitize=address,undefined -fsanitize-undefined-trap-on-error"),
            "sh",
            SOURCES.resolve("build.sh").toString(),
            System.getProperty("java.home"),
            HEADERS.toString(),
            directory.toString());
    assertThat(build.output).isEmpty();
    Path library =
        directory.resolve("linux-" + System.getProperty("os.arch")).resolve("libsmc4j.so");

    // The JVM's own use of signals and of memory at exit is not what is looked at.
    Outcome exercise =
        run(
            Map.of(
                "LD_PRELOAD",
                sanitizer.toRealPath().toString(),
                "ASAN_OPTIONS",
                "handle_segv=0:detect_leaks=0"),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xcheck:jni",
            "-cp",
            System.getProperty("java.class.path"),
            NativeExercise.class.getName(),
            library.toString());

    assertThat(exercise.output).doesNotContain("AddressSanitizer").contains("all native functions");
    assertThat(exercise.status).isZero();
  }

  private Outcome run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "output", ".log");
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(output));
  }

  private record Outcome(int status, String output) {}
}
