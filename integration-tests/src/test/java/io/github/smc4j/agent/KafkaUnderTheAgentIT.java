package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.demo.KafkaBroker;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka broker and what Kafka ships beside it, without the plug-in. */
@Tag("agent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaUnderTheAgentIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String LAST = "the last record";
  private static final List<String> RECORDS =
      IntStream.range(0, 20).mapToObj(i -> "record " + i).toList();
  private static final List<String> ALL = Stream.concat(RECORDS.stream(), Stream.of(LAST)).toList();

  private KafkaBroker broker;

  @BeforeAll
  void startBroker(@TempDir Path directory) throws Exception {
    broker = KafkaBroker.start(KafkaPrograms.LIBS, Agent.ATTACHED, directory, Map.of());
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @Test
  void broker_reachesItsControllerOverSmcd() throws Exception {
    assertSmcd(broker.pid(), broker.controllerListener());
  }

  @Test
  void consoleTools_talkOverSmcdAndPrintWhatTheyPrintWithoutTheAgent(@TempDir Path directory)
      throws Exception {
    KafkaPrograms tools = new KafkaPrograms(broker, Agent.ATTACHED, directory);
    try (RunningProgram producer = tools.consoleProducer("console").start();
        RunningProgram consumer = tools.consoleConsumer("console", ALL.size()).startReadable()) {
      consumer.endAfter(LIMIT);
      write(RECORDS, producer);
      assertThat(read(RECORDS.size(), consumer)).isEqualTo(RECORDS);
      assertSmcd(producer.pid(), broker.listener());
      assertSmcd(consumer.pid(), broker.listener());
      write(List.of(LAST), producer);
      producer.input().close();
      producer.awaitSuccess(LIMIT);
      assertThat(read(1, consumer)).containsExactly(LAST);
      consumer.awaitSuccess(LIMIT);
    }
    assertThat(consumed("console", Agent.ABSENT, directory)).isEqualTo(ALL);
  }

  @Test
  void connectStandalone_copiesAFileThroughATopicOverSmcd(@TempDir Path directory)
      throws Exception {
    Path from = Files.write(directory.resolve("from"), ALL);
    Path to = directory.resolve("to");
    KafkaPrograms programs = new KafkaPrograms(broker, Agent.ATTACHED, directory);
    try (RunningProgram connect = programs.connectStandalone(from, "connect", to).start()) {
      await()
          .atMost(LIMIT)
          .untilAsserted(() -> assertThat(to).exists().hasSameTextualContentAs(from));
      assertSmcd(connect.pid(), broker.listener());
      assertThat(LinkObserver.of(connect.pid()))
          .as("the socket of its REST interface, Jetty's")
          .filteredOn(ObservedLink::isListening)
          .extracting(ObservedLink::kind)
          .containsExactly(Kind.SMC);
    }
  }

  @Test
  void streamsApplication_copiesATopicOverSmcd(@TempDir Path directory) throws Exception {
    KafkaPrograms programs = new KafkaPrograms(broker, Agent.ATTACHED, directory);
    try (RunningProgram producer = programs.consoleProducer("from").start()) {
      write(ALL, producer);
      producer.input().close();
      producer.awaitSuccess(LIMIT);
    }
    try (RunningProgram streams = programs.streamsApplication("from", "to").start()) {
      assertThat(consumed("to", Agent.ATTACHED, directory)).isEqualTo(ALL);
      assertSmcd(streams.pid(), broker.listener());
    }
  }

  /** What a console consumer prints of a topic. */
  private List<String> consumed(String topic, List<String> options, Path directory)
      throws Exception {
    KafkaPrograms tools = new KafkaPrograms(broker, options, directory);
    try (RunningProgram consumer = tools.consoleConsumer(topic, ALL.size()).startReadable()) {
      consumer.endAfter(LIMIT);
      List<String> lines = consumer.output().lines().toList();
      consumer.awaitSuccess(LIMIT);
      return lines;
    }
  }

  private void assertSmcd(long client, InetSocketAddress server) throws IOException {
    Links links = Links.between(client, new Listener(broker.pid(), server));
    assertThat(links.client()).isNotEmpty();
    assertThat(links).isEqualTo(Links.overSmcd(links.client().size()));
  }

  private static void write(List<String> records, RunningProgram producer) throws IOException {
    producer.input().write((String.join("\n", records) + "\n").getBytes(US_ASCII));
    producer.input().flush();
  }

  private static List<String> read(int records, RunningProgram consumer) {
    return consumer.output().lines().limit(records).toList();
  }
}
