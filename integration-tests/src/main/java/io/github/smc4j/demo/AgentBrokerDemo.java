package io.github.smc4j.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Kafka broker with the agent in place of the plug-in. */
final class AgentBrokerDemo {
  private final String kafka;
  private final String agent;
  private final Path directory;
  private final Progress progress;

  /**
   * @param kafka class path of Kafka, without the plug-in
   * @param agent the option that attaches it
   * @param directory takes everything that is written
   */
  AgentBrokerDemo(String kafka, String agent, Path directory, Progress progress) {
    this.kafka = kafka;
    this.agent = agent;
    this.directory = directory;
    this.progress = progress;
  }

  List<DemoRow> run() throws IOException, InterruptedException {
    progress.say("starting a Kafka broker under the agent");
    try (KafkaBroker broker =
        KafkaBroker.start(kafka, List.of(agent), directory.resolve("agent-broker"), Map.of())) {
      return List.of(
          DemoRow.ofListener(
              "broker under agent", broker.listener(), LinkObserver.of(broker.pid())));
    }
  }
}
