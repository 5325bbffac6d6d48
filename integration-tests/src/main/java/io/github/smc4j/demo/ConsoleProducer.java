package io.github.smc4j.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code kafka-console-producer}: sends the lines of its standard input. */
final class ConsoleProducer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final ConsoleTools tools;
  private final JavaProcess process;

  private ConsoleProducer(ConsoleTools tools, JavaProcess process) {
    this.tools = tools;
    this.process = process;
  }

  /** Starts it; it will connect and wait for records. */
  static ConsoleProducer start(ConsoleTools tools, String topic, Map<String, String> properties)
      throws IOException {
    // The tool's own limit for an answer, 1.5 s, is short for an emulated machine
    JavaProgram program =
        tools.tool(
            "the console producer",
            "org.apache.kafka.tools.ConsoleProducer",
            properties,
            "--topic",
            topic,
            "--request-timeout-ms",
            "30000");
    ConsoleProducer producer = new ConsoleProducer(tools, program.start());
    producer.process.endAfter(LIMIT);
    return producer;
  }

  /** Hands it the records and ends it; the time is from the first record until it has ended. */
  ClientRun produce(Records records) throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<ObservedLink> links = send(records);
    process.awaitSuccess(LIMIT);
    return new ClientRun(links, records.count(), Duration.ofNanos(System.nanoTime() - start));
  }

  /** Waits until it has started, as far as the broker knows. */
  void awaitConnection() throws IOException, InterruptedException {
    while (tools.links(process).isEmpty()) {
      if (process.endsWithin(POLL)) {
        throw process.failure("ended before it was connected", null);
      }
    }
  }

  /** Its links are read when it has taken all records and still waits for more. */
  private List<ObservedLink> send(Records records) throws IOException {
    try (OutputStream input = process.input()) {
      records.writeTo(input);
      return tools.links(process);
    } catch (IOException e) {
      throw process.failure("does not take the records", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
