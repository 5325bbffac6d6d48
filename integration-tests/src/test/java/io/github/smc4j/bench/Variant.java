package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way to run a measured program, each time in a JVM of its own.
 *
 * @param kind what its connections have to run on
 * @param environment variables to add
 * @param options of the JVM to add
 */
record Variant(
    String name,
    Sockets sockets,
    Link.Kind kind,
    Map<String, String> environment,
    List<String> options) {

  /** They leave little to chance: one compiler that is waited for, one collector, one heap. */
  private static final List<String> DETERMINISTIC =
      List.of(
          "-Xbatch",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms128m",
          "-Xmx128m",
          "-Xmn100m",
          "-XX:+AlwaysPreTouch",
          "-XX:-UsePerfData");

  static final Variant TCP =
      new Variant("TCP, JDK", Sockets.JDK, Link.Kind.TCP, Map.of(), List.of());

  static final Variant TCP_WITH_MODE_OFF =
      new Variant(
          "TCP, smc4j with smc.mode=off",
          Sockets.SMC4J,
          Link.Kind.TCP,
          Map.of(),
          List.of("-Dsmc.mode=off"));

  static final Variant TCP_WITHOUT_SMC =
      new Variant(
          "TCP, smc4j without SMC",
          Sockets.SMC4J,
          Link.Kind.TCP,
          Map.of(),
          List.of("-Dsmc.native.library=/missing/libsmc4j.so"));

  static final Variant CONVERTED =
      new Variant("SMC-D, smc4j", Sockets.SMC4J, Link.Kind.SMC_D, Map.of(), List.of());

  static Variant preloaded(Path library) {
    return new Variant(
        "SMC-D, LD_PRELOAD",
        Sockets.JDK,
        Link.Kind.SMC_D,
        Map.of("LD_PRELOAD", library.toString()),
        List.of());
  }

  /** Runs the program and returns what it counted. */
  long run(Class<?> program) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(DETERMINISTIC);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(program.getName(), sockets.name()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(name + ": " + output).isZero();
    assertThat(output).as(name).matches("\\d+ " + kind);
    return Long.parseLong(output.substring(0, output.indexOf(' ')));
  }
}
