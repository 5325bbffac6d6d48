package io.github.smc4j.fault;

import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs under a seccomp filter that refuses SMC sockets with EPERM. */
public final class WithoutSmc {
  private static final Path SOURCE = Path.of("src", "test", "c", "without_smc.c");

  private final Path program;

  private WithoutSmc(Path program) {
    this.program = program;
  }

  /** Compiles what installs the filter. */
  public static WithoutSmc compile(Path directory) throws IOException {
    Path program = directory.resolve("without_smc");
    Command.output(
        "gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program.toString(), SOURCE.toString());
    return new WithoutSmc(program);
  }

  /**
   * The words before a command that runs under it.
   *
   * @param refused AF_SMC, IPPROTO_SMC or both
   */
  public List<String> refusing(String refused) {
    return List.of(program.toString(), refused);
  }

  /** Runs a class to its end and returns its output. */
  String run(String refused, Class<?> main, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(refusing(refused));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    return Command.output(words.toArray(String[]::new));
  }
}
