package io.github.smc4j.cassandra;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session that does what it does without smc4j, and whose connections stay what they are. */
@ExtendWith(SharedCassandra.class)
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class SessionContract {
  /** One to ask about the cluster and one to execute requests. */
  static final int CONNECTIONS = 2;

  private final Kind kind;
  private SharedCassandra.Running cassandra;
  private CqlSession session;

  SessionContract(Kind kind) {
    this.kind = kind;
  }

  @BeforeAll
  final void connect(SharedCassandra.Running cassandra) {
    this.cassandra = cassandra;
    session = builder(configuration()).build();
    session.execute(
        "CREATE KEYSPACE IF NOT EXISTS smc4j WITH replication ="
            + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
  }

  @AfterEach
  final void everyConnection_runsOnTheLinkOfThisPlace() throws IOException {
    requireLinks(session, connections());
  }

  @AfterAll
  final void close() {
    session.close();
  }

  /** What the session is configured with. */
  ProgrammaticDriverConfigLoaderBuilder configuration() {
    return DriverConfigLoader.programmaticBuilder();
  }

  /** How many connections the session has. */
  int connections() {
    return CONNECTIONS;
  }

  /** Of another session with the server. */
  CqlSessionBuilder builder(ProgrammaticDriverConfigLoaderBuilder configuration) {
    return PatientDriver.at(server(), CqlSession.builder()).withConfigLoader(configuration.build());
  }

  /** Connected, and the keyspace {@code smc4j} is there. */
  final CqlSession session() {
    return session;
  }

  final SharedCassandra.Running cassandra() {
    return cassandra;
  }

  final CassandraServer server() {
    return cassandra.server();
  }

  final void requireLinks(CqlSession session, int connections) throws IOException {
    assertThat(SessionLinks.of(session, server()))
        .isEqualTo(SessionLinks.expected(kind, connections));
  }
}
