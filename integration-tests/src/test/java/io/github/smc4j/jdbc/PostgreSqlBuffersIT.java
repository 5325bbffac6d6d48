package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Task;
import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * pgjdbc sends a batch before it reads the answers, as many as it takes for 64 kB. What it does not
 * foresee, such as notices, has to fit into buffers, which SMC does not make larger in between.
 */
@Tag("lab")
@Tag("once")
@ExtendWith(SharedServers.class)
class PostgreSqlBuffersIT {
  private static final int ROWS = 150;

  private final DatabaseServer server;

  PostgreSqlBuffersIT(SharedServers.Running servers) throws Exception {
    this.server = servers.get(Database.POSTGRESQL);
  }

  @Test
  void answersThatOutgrowTheKernelsBuffer_fitIntoTheOneThatTheUrlAsksFor() throws Exception {
    Map<String, String> options = Map.of("smc.mode", "require", "smc.buffers.receive", "1M");
    String url = JdbcDriver.POSTGRESQL.urlOverSmc(server.host(), server.path(), options);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE noted (line TEXT)");
      statement.execute(
          "CREATE FUNCTION pg_temp.note() RETURNS trigger LANGUAGE plpgsql AS"
              + " $$ BEGIN RAISE NOTICE '%', repeat('n', 800); RETURN new; END $$");
      statement.execute(
          "CREATE TRIGGER noting BEFORE INSERT ON noted FOR EACH ROW"
              + " EXECUTE FUNCTION pg_temp.note()");
      assertThat(Task.start(() -> inserted(connection)).result()).isEqualTo(ROWS);
    }
  }

  /** In a transaction, because the driver would else look at each answer. */
  private static int inserted(Connection connection) throws Exception {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO noted VALUES (?)")) {
      for (int i = 0; i < ROWS; i++) {
        insert.setString(1, "y".repeat(1000));
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }
}
