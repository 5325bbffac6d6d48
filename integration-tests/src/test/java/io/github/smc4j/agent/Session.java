package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a client that reads its commands from its standard input.
 *
 * @param output all that it printed
 * @param links what the kernel told when it had printed the last answer
 */
public record Session(List<String> output, Links links) {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  /**
   * Runs a client to its end, which is the end of its input.
   *
   * @param answer the line that it prints when it is done, and still connected
   */
  public static Session run(
      JavaProgram client, List<String> commands, String answer, Listener server)
      throws IOException, InterruptedException {
    try (RunningProgram process = client.startReadable()) {
      process.endAfter(LIMIT);
      write(commands, process.input());
      List<String> output = readUntil(answer, process);
      Links links = Links.between(process.pid(), server);
      process.input().close();
      process.output().lines().forEach(output::add);
      process.awaitSuccess(LIMIT);
      return new Session(output, links);
    }
  }

  private static void write(List<String> commands, OutputStream input) throws IOException {
    for (String command : commands) {
      input.write((command + "\n").getBytes(UTF_8));
    }
    input.flush();
  }

  private static List<String> readUntil(String answer, RunningProgram process) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader output = process.output();
    while (!lines.contains(answer)) {
      String line = output.readLine();
      if (line == null) {
        throw process.failure("printed only " + lines + " and not '" + answer + "'", null);
      }
      lines.add(line);
    }
    return lines;
  }
}
