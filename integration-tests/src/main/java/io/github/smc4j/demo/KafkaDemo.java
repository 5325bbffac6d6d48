package io.github.smc4j.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kafka broker and its clients, all unmodified, over SMC; and the same clients over TCP. */
final class KafkaDemo {
  private static final int RECORDS = 5000;

  private static final Map<String, String> SMC =
      Map.of("socket.factory.class", "io.github.smc4j.SmcSocketFactory");
  private static final Map<String, String> TCP = Map.of();

  private final String kafka;
  private final Path directory;
  private final Progress progress;
  private final Records records = new Records(RECORDS);
  private final List<DemoRow> rows = new ArrayList<>();

  /**
   * @param kafka class path of Kafka, with the plugin
   * @param directory takes everything that is written
   */
  KafkaDemo(String kafka, Path directory, Progress progress) {
    this.kafka = kafka;
    this.directory = directory;
    this.progress = progress;
  }

  List<DemoRow> run() throws IOException, InterruptedException {
    progress.say("starting a Kafka broker");
    try (KafkaBroker broker = KafkaBroker.start(kafka, directory.resolve("broker"), Map.of());
        Topics topics = new Topics(broker.bootstrapServers(), SMC)) {
      progress.say("creating the topics on " + broker.bootstrapServers());
      topics.create("warm-up", "smc", "tcp");
      new WarmUp(broker.bootstrapServers(), "warm-up").run();
      observeAdmin(broker);
      ConsoleTools tools = new ConsoleTools(kafka, broker, directory);
      produce(tools, topics);
      consume(tools);
      observeBroker(broker);
    }
    return rows;
  }

  /** Both producers start at once, and produce one after the other when both have started. */
  private void produce(ConsoleTools tools, Topics topics) throws IOException, InterruptedException {
    progress.say(
        "producing %,d records of %,d bytes, with and without the property"
            .formatted(records.count(), Records.SIZE));
    try (ConsoleProducer smc = ConsoleProducer.start(tools, topics, "smc", SMC);
        ConsoleProducer tcp = ConsoleProducer.start(tools, topics, "tcp", TCP)) {
      smc.send(records.first());
      tcp.send(records.first());
      smc.awaitArrival();
      tcp.awaitArrival();
      ClientRun overSmc = smc.finish(records);
      ClientRun overTcp = tcp.finish(records);
      rows.add(
          DemoRow.ofRuns("console producer", tools.broker().bootstrapServers(), overSmc, overTcp));
    }
  }

  /** The other way round, so that neither link has all the second turns. */
  private void consume(ConsoleTools tools) throws IOException, InterruptedException {
    progress.say("consuming them");
    ClientRun overTcp = ConsoleConsumer.consume(tools, "tcp", records, TCP);
    ClientRun overSmc = ConsoleConsumer.consume(tools, "smc", records, SMC);
    rows.add(
        DemoRow.ofRuns("console consumer", tools.broker().bootstrapServers(), overSmc, overTcp));
  }

  private void observeAdmin(KafkaBroker broker) throws IOException {
    List<ObservedLink> links = LinkObserver.connections(broker.listener());
    rows.add(DemoRow.ofLinks("admin client", broker.bootstrapServers(), links));
  }

  private void observeBroker(KafkaBroker broker) throws IOException {
    List<ObservedLink> links = LinkObserver.of(broker.pid());
    rows.add(DemoRow.ofListener("broker", broker.listener(), links));
    rows.add(DemoRow.ofListener("controller", broker.controllerListener(), links));
    rows.add(
        DemoRow.ofLinks(
            "broker to controller",
            ObservedLink.text(broker.controllerListener()),
            links.stream()
                .filter(link -> link.isConnectedTo(broker.controllerListener()))
                .toList()));
  }
}
