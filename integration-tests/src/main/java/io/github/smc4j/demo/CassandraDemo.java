package io.github.smc4j.demo;

import io.github.smc4j.cassandra.CassandraServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A Cassandra server under the agent, and an application with the DataStax driver and the plug-in.
 */
final class CassandraDemo {
  /** The server gets faster all the time, so neither client is to have the late ones alone. */
  private static final int TURNS = 3;

  private final Path cassandra;
  private final List<String> plugin;
  private final String agent;
  private final Path directory;
  private final Progress progress;

  /**
   * @param cassandra the folder with the server's {@code libs/} and the driver's
   * @param plugin the jars of the driver's plug-in
   * @param agent the option that attaches it
   * @param directory takes everything that is written
   */
  CassandraDemo(
      Path cassandra, List<String> plugin, String agent, Path directory, Progress progress) {
    this.cassandra = cassandra;
    this.plugin = plugin;
    this.agent = agent;
    this.directory = directory;
    this.progress = progress;
  }

  List<DemoRow> run() throws IOException, InterruptedException {
    progress.say("starting a Cassandra server under the agent");
    try (CassandraServer server =
        CassandraServer.start(
            cassandra.resolve("target/libs"), List.of(agent), directory.resolve("cassandra"))) {
      progress.say("querying it, with and without the plug-in in the client's class path");
      return List.of(client(server), listener(server));
    }
  }

  private DemoRow client(CassandraServer server) throws IOException {
    try (CqlClient smc = start(plugin, server);
        CqlClient tcp = start(List.of(), server)) {
      tcp.warmUp();
      smc.warmUp();
      for (int turn = 0; turn < TURNS; turn++) {
        smc.ask();
        tcp.ask();
      }
      return DemoRow.ofRuns(
          "Cassandra driver", ObservedLink.text(server.listener()), smc.run(), tcp.run());
    }
  }

  private CqlClient start(List<String> plugin, CassandraServer server) throws IOException {
    return new CqlClient(server, cassandra.resolve("driver/target/libs"), plugin, directory);
  }

  private static DemoRow listener(CassandraServer server) throws IOException {
    return DemoRow.ofListener(
        "Cassandra under agent", server.listener(), LinkObserver.of(server.pid()));
  }
}
