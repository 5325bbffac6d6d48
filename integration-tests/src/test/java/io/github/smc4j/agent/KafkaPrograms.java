package io.github.smc4j.agent;

import io.github.smc4j.demo.KafkaBroker;
import io.github.smc4j.kafka.StreamsCopy;
import io.github.smc4j.process.JavaProgram;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The clients that Kafka ships with, each as a program with default settings.
 *
 * @param options of their virtual machines
 * @param directory takes their properties files and logs
 */
record KafkaPrograms(KafkaBroker broker, List<String> options, Path directory) {
  static final String LIBS = Path.of("kafka", "target", "libs").toAbsolutePath() + "/*";

  JavaProgram consoleProducer(String topic) {
    // The tool's own limit for an answer, 1.5 s, is short for an emulated machine
    return program(
        "console-producer",
        LIBS,
        "org.apache.kafka.tools.ConsoleProducer",
        "--bootstrap-server",
        broker.bootstrapServers(),
        "--topic",
        topic,
        "--request-timeout-ms",
        "30000");
  }

  /** Prints the records of a topic from the first on, and ends after a number of them. */
  JavaProgram consoleConsumer(String topic, int records) {
    return consoleConsumer("console-consumer", LIBS, topic, records);
  }

  /** The same, with properties of its own, and perhaps more in its class path. */
  JavaProgram consoleConsumer(
      String topic, int records, Map<String, String> content, List<String> plugin)
      throws IOException {
    return consoleConsumer(
        "console-consumer-with-properties",
        String.join(File.pathSeparator, Stream.concat(plugin.stream(), Stream.of(LIBS)).toList()),
        topic,
        records,
        "--command-config",
        properties("consumer", content).toString());
  }

  private JavaProgram consoleConsumer(
      String name, String classPath, String topic, int records, String... more) {
    String[] words = {
      "org.apache.kafka.tools.consumer.ConsoleConsumer",
      "--bootstrap-server",
      broker.bootstrapServers(),
      "--topic",
      topic,
      "--from-beginning",
      "--max-messages",
      Integer.toString(records)
    };
    return program(
        name, classPath, Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
  }

  /** Copies the lines of one file by way of a topic to another. */
  JavaProgram connectStandalone(Path from, String topic, Path to) throws IOException {
    String strings = "org.apache.kafka.connect.storage.StringConverter";
    Path worker =
        properties(
            "worker",
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "key.converter",
                strings,
                "value.converter",
                strings,
                "offset.storage.file.filename",
                directory.resolve("offsets").toString(),
                "listeners",
                "http://127.0.0.1:0"));
    Path source =
        properties(
            "source",
            Map.of(
                "name",
                "source",
                "connector.class",
                "FileStreamSource",
                "file",
                from.toString(),
                "topic",
                topic));
    Path sink =
        properties(
            "sink",
            Map.of(
                "name",
                "sink",
                "connector.class",
                "FileStreamSink",
                "file",
                to.toString(),
                "topics",
                topic));
    return program(
        "connect-standalone",
        LIBS,
        "org.apache.kafka.connect.cli.ConnectStandalone",
        worker.toString(),
        source.toString(),
        sink.toString());
  }

  /** Copies one topic to another. */
  JavaProgram streamsApplication(String from, String to) throws IOException {
    Path configuration =
        properties(
            "streams",
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "application.id",
                "copy",
                "auto.offset.reset",
                "earliest",
                "state.dir",
                directory.resolve("state").toString()));
    return program(
        "streams-application",
        String.join(File.pathSeparator, Classes.of(StreamsCopy.class), LIBS),
        StreamsCopy.class.getName(),
        configuration.toString(),
        from,
        to);
  }

  private JavaProgram program(String name, String classPath, String... command) {
    return new JavaProgram(
        name, classPath, options, List.of(command), directory.resolve(name + ".log"));
  }

  private Path properties(String name, Map<String, String> content) throws IOException {
    Properties properties = new Properties();
    properties.putAll(content);
    Path file = directory.resolve(name + ".properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }
}
