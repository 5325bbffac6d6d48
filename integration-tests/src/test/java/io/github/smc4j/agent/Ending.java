package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a program ended, and all that it printed.
 *
 * @param status 0 if it ended well
 */
record Ending(int status, List<String> output, List<String> errors) {
  private static final String LINE = "smc4j: ";

  /** Runs a program on this JDK, with no environment variables that would change its options. */
  static Ending of(String classPath, List<String> options, String... command)
      throws IOException, InterruptedException {
    return of(Map.of(), classPath, options, command);
  }

  /** The same with environment variables. */
  static Ending of(
      Map<String, String> environment, String classPath, List<String> options, String... command)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", classPath));
    line.addAll(List.of(command));
    Path errors = Files.createTempFile("errors", null);
    try {
      ProcessBuilder builder = new ProcessBuilder(line).redirectError(errors.toFile());
      builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ending(process.waitFor(), output.lines().toList(), Files.readAllLines(errors));
    } finally {
      Files.delete(errors);
    }
  }

  /** Runs {@link SelfTalk}. */
  static Ending ofSelfTalk(List<String> options) throws IOException, InterruptedException {
    return of(Classes.of(SelfTalk.class), options, SelfTalk.class.getName());
  }

  /** The lines that the agent itself has written, without the log. */
  List<String> linesOfTheAgent() {
    return errors.stream().filter(line -> line.startsWith(LINE)).toList();
  }
}
