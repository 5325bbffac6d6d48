package io.github.smc4j.lab;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command of this machine, and what became of it. */
public final class Command {
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  /**
   * How a command ended.
   *
   * @param log the file that holds its output and error output
   */
  record Ending(int status, Path log) {
    String lastLines(int count) throws IOException {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
  }

  private Command() {}

  /**
   * Runs a command to its end, which is at the latest the end of this JVM. Its output goes to a
   * file, and the lines that tell the lab's progress to the console, too.
   */
  static Ending run(List<String> words, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(dyingWithUs(words)).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (BufferedReader output = process.inputReader();
        PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
      process.getOutputStream().close();
      output.lines().forEach(line -> record(line, file));
      return new Ending(process.waitFor(), log);
    } finally {
      process.destroy();
    }
  }

  /**
   * Runs a command to its end.
   *
   * @return its output, error output included
   * @throws IOException with that output, if its status is not 0
   */
  public static String output(String... words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (BufferedReader reader = process.inputReader()) {
      process.getOutputStream().close();
      String output = reader.lines().collect(joining("\n"));
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(String.join(" ", words) + ": status " + status + ": " + output);
      }
      return output;
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted while running " + String.join(" ", words), e);
    }
  }

  private static void record(String line, PrintWriter file) {
    file.println(line);
    if (line.startsWith("lab: ")) {
      System.out.println(line);
    }
  }

  /** However this JVM ends, also killed: the kernel then sends the command a SIGTERM. */
  private static List<String> dyingWithUs(List<String> words) {
    if (!Files.isExecutable(SETPRIV)) {
      return words;
    }
    List<String> command = new ArrayList<>(List.of(SETPRIV.toString(), "--pdeathsig", "TERM"));
    command.addAll(words);
    return command;
  }
}
