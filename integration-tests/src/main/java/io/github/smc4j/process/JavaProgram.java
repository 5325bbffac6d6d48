package io.github.smc4j.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Java program to be run in a process of its own, on the JDK of this one.
 *
 * @param name what messages call it
 * @param classPath as {@code java -cp} takes it
 * @param options of the virtual machine
 * @param command main class and arguments
 * @param log receives standard error, and standard output unless that is read
 */
public record JavaProgram(
    String name, String classPath, List<String> options, List<String> command, Path log) {
  /** They make a short-lived program start fastest, most of all in an emulated guest. */
  private static final List<String> FAST_START =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-XX:-UsePerfData",
          "-Xmx256m");

  /** The same with more at the end of its class path. */
  public JavaProgram withClassPath(String... more) {
    String longer =
        Stream.concat(Stream.of(classPath), Stream.of(more)).collect(joining(File.pathSeparator));
    return new JavaProgram(name, longer, options, command, log);
  }

  /** Starts it with its standard output in the log. */
  public RunningProgram start() throws IOException {
    return start(Redirect.appendTo(log.toFile()));
  }

  /** Starts it with its standard output to be read from the process. */
  public RunningProgram startReadable() throws IOException {
    return start(Redirect.PIPE);
  }

  private RunningProgram start(Redirect output) throws IOException {
    Process process =
        new ProcessBuilder(words())
            .redirectOutput(output)
            .redirectError(Redirect.appendTo(log.toFile()))
            .start();
    return new RunningProgram(name, log, process);
  }

  /** The words of the command that starts it. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(FAST_START);
    words.addAll(options);
    words.addAll(List.of("-cp", classPath));
    words.addAll(command);
    return words;
  }
}
