package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.cassandra.CassandraDriver;
import io.github.smc4j.cassandra.CassandraServer;
import io.github.smc4j.cassandra.SharedCassandra;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Cassandra server on NIO event loops, an application with the DataStax driver, and a second
 * server. Cassandra 5 runs on no JDK newer than 17.
 */
@Tag("agent")
@Tag("once")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CassandraUnderTheAgentIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

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

  private Path directory;
  private CassandraServer server;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    this.directory = directory;
    server =
        CassandraServer.start(
            SharedCassandra.LIBS, SharedCassandra.OPTIONS, directory.resolve("server"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void serverAndClient_talkOverSmcdAndTheClientPrintsWhatItPrintsWithoutTheAgent()
      throws Exception {
    Session plain = session(Agent.ABSENT);
    Session smc = session(Agent.ATTACHED);

    assertThat(plain.links().client()).containsOnly(Kind.TCP);
    assertThat(smc.links()).isEqualTo(Links.overSmcd(CONNECTIONS));
    assertThat(smc.output()).isEqualTo(plain.output()).contains("[id:2, kind:'SMC-D']");
  }

  /** Each has connections of its own on which it tells the other one. */
  @Test
  @Order(2)
  void nodes_talkOverSmcd() throws Exception {
    try (CassandraServer other =
        CassandraServer.startBeside(
            server, SharedCassandra.LIBS, SharedCassandra.OPTIONS, directory.resolve("other"))) {
      awaitConnections(server, other);
      awaitConnections(other, server);
    }
  }

  private static void awaitConnections(CassandraServer from, CassandraServer to) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(LinkObserver.connections(from.pid(), to.internodeListener()))
                    .isNotEmpty()
                    .extracting(ObservedLink::kind)
                    .containsOnly(Kind.SMC_D));
  }

  private Session session(List<String> options) throws Exception {
    return Session.run(
        server.client(CassandraDriver.DATASTAX.libs(), options, directory.resolve("client.log")),
        STATEMENTS,
        ANSWER,
        new Listener(server.pid(), server.listener()));
  }
}
