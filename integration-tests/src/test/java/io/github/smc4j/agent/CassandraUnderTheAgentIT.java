package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.cassandra.CassandraDriver;
import io.github.smc4j.cassandra.CassandraServer;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Cassandra server on NIO event loops, and an application with the DataStax driver. Cassandra 5
 * runs on no JDK newer than 17.
 */
@Tag("agent")
@Tag("once")
class CassandraUnderTheAgentIT {
  private static final Path SERVER = Path.of("cassandra", "target", "libs").toAbsolutePath();

  /** One to ask about the cluster and one to execute statements. */
  private static final int CONNECTIONS = 2;

  private static final String ANSWER = "(3 rows)";
  private static final List<String> STATEMENTS =
      List.of(
          "CREATE KEYSPACE IF NOT EXISTS test WITH replication ="
              + " {'class': 'SimpleStrategy', 'replication_factor': 1}",
          "CREATE TABLE IF NOT EXISTS test.links (id int PRIMARY KEY, kind text)",
          "INSERT INTO test.links (id, kind) VALUES (1, 'TCP')",
          "INSERT INTO test.links (id, kind) VALUES (2, 'SMC-D')",
          "INSERT INTO test.links (id, kind) VALUES (3, 'SMC-R')",
          "SELECT id, kind FROM test.links");

  @TempDir private Path directory;

  @Test
  void serverAndClient_talkOverSmcdAndTheClientPrintsWhatItPrintsWithoutTheAgent()
      throws Exception {
    try (CassandraServer server =
        CassandraServer.start(SERVER, onNio(Agent.ATTACHED), directory.resolve("server"))) {
      Session plain = session(server, Agent.ABSENT);
      Session smc = session(server, Agent.ATTACHED);

      assertThat(plain.links().client()).containsOnly(Kind.TCP);
      assertThat(smc.links()).isEqualTo(Links.overSmcd(CONNECTIONS));
      assertThat(smc.output()).isEqualTo(plain.output()).contains("[id:2, kind:'SMC-D']");
    }
  }

  private static List<String> onNio(List<String> options) {
    return Stream.concat(options.stream(), Stream.of("-Dcassandra.native.epoll.enabled=false"))
        .toList();
  }

  private Session session(CassandraServer server, List<String> options) throws Exception {
    return Session.run(
        server.client(CassandraDriver.DATASTAX.libs(), options, directory.resolve("client.log")),
        STATEMENTS,
        ANSWER,
        new Listener(server.pid(), server.listener()));
  }
}
