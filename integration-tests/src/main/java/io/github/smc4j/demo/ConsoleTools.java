package io.github.smc4j.demo;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Kafka's console tools, unmodified.
 *
 * @param classPath of the tools
 * @param broker they connect to
 * @param directory takes their properties files and logs
 */
record ConsoleTools(String classPath, KafkaBroker broker, Path directory) {

  /** The tool with its properties file and arguments. */
  JavaProgram tool(
      String name, String mainClass, Map<String, String> properties, String... arguments)
      throws IOException {
    Path configuration = Files.createTempFile(directory, "client", ".properties");
    write(configuration, properties);
    List<String> command = new ArrayList<>();
    command.add(mainClass);
    command.addAll(List.of("--bootstrap-server", broker.bootstrapServers()));
    command.addAll(List.of("--command-config", configuration.toString()));
    command.addAll(List.of(arguments));
    return new JavaProgram(
        name,
        classPath,
        List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
        command,
        Path.of(configuration + ".log"));
  }

  /** The connections of a tool to the broker at this moment. */
  List<ObservedLink> links(RunningProgram tool) throws IOException {
    return LinkObserver.connections(tool.pid(), broker.listener());
  }

  private static void write(Path file, Map<String, String> content) throws IOException {
    Properties properties = new Properties();
    properties.putAll(content);
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }
}
