package io.github.smc4j.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The {@code server.properties} of one KRaft node that is broker and controller. */
record BrokerConfiguration(
    Path directory, InetSocketAddress listener, InetSocketAddress controllerListener) {

  /** A configuration with two free ports of an address of this machine. */
  static BrokerConfiguration onFreePorts(Path directory, InetAddress address) throws IOException {
    try (ServerSocket first = new ServerSocket(0, 1, address);
        ServerSocket second = new ServerSocket(0, 1, address)) {
      return new BrokerConfiguration(
          directory,
          new InetSocketAddress(address, first.getLocalPort()),
          new InetSocketAddress(address, second.getLocalPort()));
    }
  }

  Path file() {
    return directory.resolve("server.properties");
  }

  /** Writes the file; {@code overrides} win over what is set here. */
  void write(Map<String, String> overrides) throws IOException {
    Files.createDirectories(directory);
    Properties properties = new Properties();
    properties.putAll(node());
    properties.putAll(smallest());
    properties.putAll(overrides);
    try (BufferedWriter writer = Files.newBufferedWriter(file())) {
      properties.store(writer, null);
    }
  }

  private Map<String, String> node() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        "1",
        "controller.quorum.voters",
        "1@" + ObservedLink.text(controllerListener),
        "listeners",
        "PLAINTEXT://"
            + ObservedLink.text(listener)
            + ",CONTROLLER://"
            + ObservedLink.text(controllerListener),
        "controller.listener.names",
        "CONTROLLER",
        "log.dirs",
        directory.resolve("data").toString());
  }

  private static Map<String, String> smallest() {
    return Map.of(
        "offsets.topic.num.partitions", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "group.initial.rebalance.delay.ms", "0",
        // The default takes 128 MB of the heap
        "log.cleaner.dedupe.buffer.size", "2097152");
  }
}
