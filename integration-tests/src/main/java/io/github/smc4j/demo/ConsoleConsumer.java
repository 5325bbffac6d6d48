package io.github.smc4j.demo;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code kafka-console-consumer}: prints a topic to its standard output. */
final class ConsoleConsumer {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration FIRST_RECORD_LIMIT = Duration.ofMinutes(4);

  private ConsoleConsumer() {}

  /** Runs it; the time is from the first record that it printed until the last. */
  static ClientRun consume(
      ConsoleTools tools, String topic, Records records, Map<String, String> properties)
      throws IOException, InterruptedException {
    JavaProgram program =
        tools.tool(
            "the console consumer",
            "org.apache.kafka.tools.consumer.ConsoleConsumer",
            properties,
            "--topic",
            topic,
            "--from-beginning",
            "--max-messages",
            Integer.toString(records.count()),
            "--timeout-ms",
            Long.toString(FIRST_RECORD_LIMIT.toMillis()));
    try (RunningProgram process = program.startReadable()) {
      process.endAfter(LIMIT);
      ClientRun run = read(tools, process, records);
      process.awaitSuccess(LIMIT);
      return run;
    }
  }

  /** Its links are read when it has printed a record, and cannot print all before they are read. */
  private static ClientRun read(ConsoleTools tools, RunningProgram process, Records records)
      throws IOException {
    Set<String> missing = records.missing();
    try (BufferedReader output = process.output()) {
      String line = output.readLine();
      if (line == null) {
        throw process.failure("ended before its first record", null);
      }
      List<ObservedLink> links = tools.links(process);
      long start = System.nanoTime();
      long last = start;
      while (line != null) {
        missing.remove(line);
        last = System.nanoTime();
        line = output.readLine();
      }
      Tally tally = records.tally(records.count() - missing.size());
      return new ClientRun(links, tally, Duration.ofNanos(last - start));
    }
  }
}
