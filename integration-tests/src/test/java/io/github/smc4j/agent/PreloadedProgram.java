package io.github.smc4j.agent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smc4j.lab.Command;
import io.github.smc4j.lab.LabSetUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A native program that does something with sockets and tells of it, with the library preloaded.
 */
final class PreloadedProgram {
  /** The C libraries that programs are linked with. */
  enum CLibrary {
    GLIBC,
    MUSL
  }

  private static final Path SOURCES = Path.of("src", "test", "c");

  /** As it is in smc4j.jar. */
  private static final Path LIBRARY =
      Path.of("..", "smc-agent", "target", "classes", "META-INF", "native")
          .resolve("linux-" + System.getProperty("os.arch"))
          .resolve("libsmc4j-preload.so")
          .toAbsolutePath()
          .normalize();

  private final Path program;

  private PreloadedProgram(Path program) {
    this.program = program;
  }

  /**
   * @param name of its source, without the ending
   */
  static PreloadedProgram compile(String name, CLibrary library, Path directory)
      throws IOException, InterruptedException {
    String source = SOURCES.resolve(name + ".c").toString();
    Path program = directory.resolve(name + "-" + library);
    if (library == CLibrary.MUSL) {
      String lack = LabSetUp.PROGRAMS.reasonForLack(directory);
      assumeTrue(lack == null, () -> "no musl: " + lack);
      Command.output("lab/programs", "musl", source, program.toString());
    } else {
      Command.output("gcc", "-O2", "-pthread", "-o", program.toString(), source);
    }
    return new PreloadedProgram(program);
  }

  /**
   * Runs it to its end.
   *
   * @param settings as words of env, {@code NAME=value}, and what is to run it
   */
  List<String> run(List<String> settings, String... words) throws IOException {
    assumeTrue(Files.exists(LIBRARY), LIBRARY + " has not been built");
    List<String> command = new ArrayList<>(List.of("env", "LD_PRELOAD=" + LIBRARY));
    command.addAll(settings);
    command.add(program.toString());
    command.addAll(List.of(words));
    return Command.output(command.toArray(String[]::new)).lines().toList();
  }
}
