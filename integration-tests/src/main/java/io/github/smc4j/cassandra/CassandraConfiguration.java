package io.github.smc4j.cassandra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Cassandra node is started with: {@code cassandra.yaml}, and the options of its virtual
 * machine.
 *
 * @param seed where another node listens for nodes, whose cluster it joins; null for a cluster of
 *     its own
 * @param tls null for a node that does without
 */
record CassandraConfiguration(
    Path directory,
    InetSocketAddress listener,
    int storagePort,
    @Nullable InetSocketAddress seed,
    @Nullable CassandraTls tls) {

  /** A configuration with two free ports of an address. */
  static CassandraConfiguration onFreePorts(
      InetAddress address,
      Path directory,
      @Nullable InetSocketAddress seed,
      @Nullable CassandraTls tls)
      throws IOException {
    try (ServerSocket clients = new ServerSocket(0, 1, address);
        ServerSocket storage = new ServerSocket(0, 1, address)) {
      return new CassandraConfiguration(
          directory,
          new InetSocketAddress(address, clients.getLocalPort()),
          storage.getLocalPort(),
          seed,
          tls);
    }
  }

  /** Where other nodes connect. */
  InetSocketAddress internodeListener() {
    return new InetSocketAddress(listener.getAddress(), storagePort);
  }

  Path log() {
    return directory.resolve("server.log");
  }

  Path logOfLastRun() {
    return directory.resolve("server.log.1");
  }

  void write() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(yaml(), node());
    Files.writeString(
        logging(),
        """
        <configuration>
          <appender name="LOG" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%relative %-5level %logger{0} %msg%n</pattern></encoder>
          </appender>
          <root level="INFO"><appender-ref ref="LOG"/></root>
        </configuration>
        """);
  }

  /**
   * The packages are those that Cassandra reads in a JDK 17. What it measures and waits for at each
   * start and end takes it half of the time: the size of a row's overhead, and other nodes.
   */
  List<String> options() {
    return List.of(
        "-Xmx512m",
        "-Xss384k",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
        "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
        "-Dcassandra.config=" + yaml().toUri(),
        "-Dcassandra.storagedir=" + directory,
        "-Dlogback.configurationFile=" + logging(),
        "-Dcassandra-foreground=yes",
        "-Dcassandra.ring_delay_ms=1",
        "-Dcassandra.skip_wait_for_gossip_to_settle=0",
        "-Dcassandra.shutdown_announce_in_ms=0",
        "-Dcassandra.memtable.row_overhead_size=181");
  }

  private Path yaml() {
    return directory.resolve("cassandra.yaml");
  }

  private Path logging() {
    return directory.resolve("logback.xml");
  }

  /** On an emulated machine beside others, writes take longer than the 2 s that are the default. */
  private String node() {
    String host = listener.getAddress().getHostAddress();
    InetSocketAddress first = seed == null ? internodeListener() : seed;
    return """
        cluster_name: tests
        num_tokens: 1
        partitioner: org.apache.cassandra.dht.Murmur3Partitioner
        endpoint_snitch: SimpleSnitch
        seed_provider:
          - class_name: org.apache.cassandra.locator.SimpleSeedProvider
            parameters:
              - seeds: "%4$s:%5$d"
        listen_address: %1$s
        storage_port: %2$d
        rpc_address: %1$s
        native_transport_port: %3$d
        commitlog_sync: periodic
        commitlog_sync_period: 10s
        memtable_heap_space: 32MiB
        memtable_offheap_space: 32MiB
        auto_snapshot: false
        read_request_timeout: 2m
        range_request_timeout: 2m
        write_request_timeout: 2m
        truncate_request_timeout: 2m
        request_timeout: 2m
        native_transport_timeout: 2m
        %6$s"""
        .formatted(
            host,
            storagePort,
            listener.getPort(),
            first.getAddress().getHostAddress(),
            first.getPort(),
            tls == null ? "" : tls.yaml());
  }
}
