package io.github.smc4j.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines with and without {@code smc4j run} before them, and what comes of them. */
final class RunCommandLine {
  private static final Path SMC4J = Path.of("..", "smc4j").toAbsolutePath().normalize();

  /** How a command ended, and what it wrote, a character for each byte. */
  record Outcome(int status, String output, String errors) {}

  private RunCommandLine() {}

  /** The same command under {@code smc4j run}. */
  static List<String> under(List<String> command, String... options) {
    List<String> words = new ArrayList<>(List.of(SMC4J.toString(), "run"));
    words.addAll(List.of(options));
    words.add("--");
    words.addAll(command);
    return words;
  }

  static Outcome outcome(Path directory, List<String> command, byte... input)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile(directory, "errors", ".log");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (var to = process.getOutputStream()) {
      to.write(input);
    }
    byte[] output = process.getInputStream().readAllBytes();
    return new Outcome(
        process.waitFor(),
        new String(output, StandardCharsets.ISO_8859_1),
        Files.readString(errors, StandardCharsets.ISO_8859_1));
  }
}
