package io.github.smc4j.demo;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code kafka-console-producer}: sends the lines of its standard input. */
final class ConsoleProducer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final ConsoleTools tools;
  private final Topics topics;
  private final String topic;
  private final RunningProgram process;

  private ConsoleProducer(ConsoleTools tools, Topics topics, String topic, RunningProgram process) {
    this.tools = tools;
    this.topics = topics;
    this.topic = topic;
    this.process = process;
  }

  /** Starts it; it will wait for records. */
  static ConsoleProducer start(
      ConsoleTools tools, Topics topics, String topic, Map<String, String> properties)
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
    ConsoleProducer producer = new ConsoleProducer(tools, topics, topic, program.start());
    producer.process.endAfter(LIMIT);
    return producer;
  }

  /** Hands it records, which it sends when it likes. */
  void send(Records records) throws IOException {
    try {
      records.writeTo(process.input());
    } catch (IOException e) {
      throw process.failure("does not take the records", e);
    }
  }

  /** Waits until the broker has something from it, so that it has started up and is connected. */
  void awaitArrival() throws IOException, InterruptedException {
    while (topics.size(topic) == 0) {
      if (process.endsWithin(POLL)) {
        throw process.failure("ended before its first record arrived", null);
      }
    }
  }

  /**
   * Hands it all records but the first and ends it; the time is from the first of these until it
   * has ended. Its links are read when it has taken them and still waits for more.
   */
  ClientRun finish(Records records) throws IOException, InterruptedException {
    long start = System.nanoTime();
    send(records.allButTheFirst());
    List<ObservedLink> links = tools.links(process);
    process.input().close();
    process.awaitSuccess(LIMIT);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new ClientRun(links, records.tally(topics.size(topic)), time);
  }

  @Override
  public void close() {
    process.close();
  }
}
