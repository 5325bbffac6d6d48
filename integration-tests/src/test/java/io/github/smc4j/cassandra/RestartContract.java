package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node that ends and comes back, under a session that stays. */
abstract class RestartContract extends SessionContract {
  private final RecordedNodes nodes = new RecordedNodes();
  private final RecordedSchema schema = new RecordedSchema();
  private PreparedStatement prepared;
  private Set<Channel> connectionsBefore;

  RestartContract(Kind kind) {
    super(kind);
  }

  @Override
  ProgrammaticDriverConfigLoaderBuilder configuration() {
    return DriverConfigLoader.programmaticBuilder()
        .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(200))
        .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(2));
  }

  @Override
  CqlSessionBuilder builder(ProgrammaticDriverConfigLoaderBuilder configuration) {
    return super.builder(configuration)
        .withNodeStateListener(nodes)
        .withSchemaChangeListener(schema);
  }

  @BeforeAll
  final void restart() throws Exception {
    session().execute("CREATE TABLE IF NOT EXISTS smc4j.kept (id int PRIMARY KEY, value text)");
    session().execute("INSERT INTO smc4j.kept (id, value) VALUES (1, 'before')");
    prepared = session().prepare("SELECT value FROM smc4j.kept WHERE id = ?");
    connectionsBefore = SessionLinks.channels(session());

    server().stop();
    nodes.await("up", "down");
    server().startAgain();
    nodes.await("up", "down", "up");
    await()
        .atMost(PatientDriver.PATIENCE)
        .until(() -> SessionLinks.channels(session()).size() == connections());
  }

  @Test
  void connections_areNewAndRunOnTheLinkOfThisPlace() throws Exception {
    assertThat(SessionLinks.channels(session())).doesNotContainAnyElementsOf(connectionsBefore);
    requireLinks(session(), connections());
  }

  @Test
  void statementPreparedBefore_isExecutedOnTheDataFromBefore() {
    assertThat(session().execute(prepared.bind(1)).one().getString("value")).isEqualTo("before");
  }

  @Test
  void controlConnection_tellsOfChangesThatOthersMake() {
    try (CqlSession other = super.builder(configuration()).build()) {
      other.execute("CREATE TABLE smc4j.news_after_restart (id int PRIMARY KEY)");
    }
    await()
        .atMost(PatientDriver.PATIENCE)
        .until(() -> schema.containsAll("created news_after_restart"));
  }
}
