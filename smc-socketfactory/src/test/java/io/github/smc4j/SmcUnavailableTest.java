package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a program sees when there is no SMC to be had; each case in a JVM of its own, because the
 * answer is found out once.
 */
class SmcUnavailableTest {
  @TempDir Path directory;

  @Test
  void sockets_runOnTcpWhenTheNativeLibraryCannotBeLoaded_andTheLogSaysSoOnce() throws Exception {
    Outcome outcome = run("-Dsmc.native.library=/missing/libsmc4j.so");

    assertThat(outcome.output).isEqualTo("hello available=false");
    assertThat(outcome.errors)
        .containsOnlyOnce("SMC is not available")
        .contains("/missing/libsmc4j.so")
        .contains("smc.native.library");
    assertThat(outcome.status).isZero();
  }

  @Test
  void sockets_runOnTcpWhenTheNativeLibraryIsAnother_andTheLogNamesIt() throws Exception {
    Path another = Path.of(System.getProperty("java.home"), "lib", "libprefs.so");

    Outcome outcome = run("-Dsmc.native.library=" + another);

    assertThat(outcome.output).isEqualTo("hello available=false");
    assertThat(outcome.errors)
        .containsOnlyOnce("SMC is not available")
        .contains(another.toString())
        .contains("smc.native.library");
  }

  @Test
  @EnabledForJreRange(minVersion = 24, disabledReason = "this JDK has no such switch")
  void sockets_runOnTcpWhereTheJvmDeniesNativeAccess_andTheLogSaysHowToAllowIt() throws Exception {
    Outcome outcome = run("--illegal-native-access=deny");

    assertThat(outcome.output).isEqualTo("hello available=false");
    assertThat(outcome.errors)
        .containsOnlyOnce("SMC is not available")
        .contains("--enable-native-access");
  }

  @Test
  void sockets_runOnTcpWhenTheLibraryCannotBeUnpacked_andTheLogSaysSoOnce() throws Exception {
    Path missing = directory.resolve("missing");

    Outcome outcome = run("-Dsmc.native.directory=" + missing);

    assertThat(outcome.output).isEqualTo("hello available=false");
    assertThat(outcome.errors)
        .containsOnlyOnce("SMC is not available")
        .contains(missing.toString())
        .contains("smc.native.directory");
  }

  @Test
  void sockets_runOnTcpOnAnArchitectureTheJarHasNoLibraryFor() throws Exception {
    Outcome outcome = run("-Dos.arch=pdp11");

    assertThat(outcome.output).isEqualTo("hello available=false");
    assertThat(outcome.errors).containsOnlyOnce("META-INF/native/linux-pdp11/libsmc4j.so");
  }

  @Test
  void sockets_runOnTcpOffLinux() throws Exception {
    Outcome outcome = run("-Dos.name=Plan 9");

    assertThat(outcome.output).isEqualTo("hello available=false");
    assertThat(outcome.errors).contains("SMC is a feature of Linux and this is Plan 9");
  }

  @Test
  void modeRequire_failsNamingTheCauseWhenThereIsNoSmc() throws Exception {
    Outcome outcome = run("-Dsmc.native.library=/missing/libsmc4j.so", "-Dsmc.mode=require");

    assertThat(outcome.status).isNotZero();
    assertThat(outcome.errors)
        .contains("java.net.SocketException: SMC is required by")
        .contains("smc.mode")
        .contains("/missing/libsmc4j.so");
  }

  private Outcome run(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xcheck:jni");
    command.addAll(List.of(flags));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), EchoProgram.class.getName()));
    Path errors = directory.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), output, Files.readString(errors));
  }

  private record Outcome(int status, String output, String errors) {}
}
