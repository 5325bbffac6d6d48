package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way to run a measured program, each time in a JVM of its own. */
enum Variant {
  TCP("TCP, JDK", Sockets.JDK, Link.Kind.TCP, null),
  TCP_WITH_MODE_OFF("TCP, smc4j with smc.mode=off", Sockets.SMC4J, Link.Kind.TCP, "-Dsmc.mode=off"),
  TCP_WITHOUT_SMC(
      "TCP, smc4j without SMC",
      Sockets.SMC4J,
      Link.Kind.TCP,
      "-Dsmc.native.library=/missing/libsmc4j.so"),
  TCP_UNDER_THE_AGENT_WITH_MODE_OFF(
      "TCP, agent with mode=off", Sockets.JDK, Link.Kind.TCP, agent("=mode=off")),
  TCP_UNDER_THE_AGENT_WITHOUT_SMC(
      "TCP, agent without SMC",
      Sockets.JDK,
      Link.Kind.TCP,
      agent("=native.library=/missing/libsmc4j.so")),
  PRELOADED("SMC-D, LD_PRELOAD", Sockets.JDK, Link.Kind.SMC_D, null),
  CONVERTED("SMC-D, smc4j", Sockets.SMC4J, Link.Kind.SMC_D, null),
  UNDER_THE_AGENT("SMC-D, agent", Sockets.JDK, Link.Kind.SMC_D, agent(""));

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

  private final String title;
  private final Sockets sockets;

  /** What its connections have to run on. */
  private final Link.Kind kind;

  /** To add for the JVM. */
  private final @Nullable String option;

  Variant(String title, Sockets sockets, Link.Kind kind, @Nullable String option) {
    this.title = title;
    this.sockets = sockets;
    this.kind = kind;
    this.option = option;
  }

  private static String agent(String settings) {
    Path jar = Path.of("..", "smc-agent", "target", "smc4j.jar").toAbsolutePath().normalize();
    return "-javaagent:" + jar + settings;
  }

  String title() {
    return title;
  }

  /** What its connections run on. */
  Link.Kind kind() {
    return kind;
  }

  /**
   * Runs the program and returns what it printed, after the kind of its link.
   *
   * @param preload the library for the variant that has one
   * @param arguments of the program, after its sockets
   */
  List<Long> run(Class<?> program, Path preload, List<String> arguments)
      throws IOException, InterruptedException {
    return run(program, System.getProperty("java.class.path"), preload, arguments);
  }

  /** The same with a class path of its own. */
  List<Long> run(Class<?> program, String classPath, Path preload, List<String> arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command(program, classPath, arguments)).redirectError(Redirect.INHERIT);
    if (this == PRELOADED) {
      builder.environment().put("LD_PRELOAD", preload.toString());
    }
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(title + ": " + output).isZero();
    assertThat(output).as(title).matches(kind + "( \\d+)+");
    return Stream.of(output.split(" ")).skip(1).map(Long::valueOf).toList();
  }

  private List<String> command(Class<?> program, String classPath, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(DETERMINISTIC);
    if (option != null) {
      command.add(option);
    }
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(program.getName(), sockets.name()));
    command.addAll(arguments);
    return command;
  }
}
