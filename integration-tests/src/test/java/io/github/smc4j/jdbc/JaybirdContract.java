package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.FullBacklog;
import io.github.smc4j.contract.Task;
import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs do with Jaybird. Its query timeout needs Firebird 4. */
@ExtendWith(SharedServers.class)
abstract class JaybirdContract {
  private static final JdbcDriver JAYBIRD = JdbcDriver.JAYBIRD;
  private static final int BLOB_SIZE = 5_000_000;
  private static final int ROWS = 1000;
  private static final String ENDLESS =
      "EXECUTE BLOCK AS DECLARE I INT = 0; BEGIN WHILE (1 = 1) DO I = 1 - I; END";

  private final Kind kind;
  private final DatabaseServer server;

  JaybirdContract(Kind kind, SharedServers.Running servers) throws Exception {
    this.kind = kind;
    this.server = servers.get(Database.FIREBIRD);
  }

  @Test
  void connectTimeout_endsTheWaitForAnAddressThatDoesNotAnswer() throws Exception {
    try (FullBacklog silent = new FullBacklog(Family.IPV4)) {
      String url = url(JdbcDriver.host(silent.address()), Map.of("connectTimeout", "2"));
      assertThatThrownBy(() -> DriverManager.getConnection(url))
          .isInstanceOf(SQLException.class)
          .hasStackTraceContaining("SocketTimeoutException");
    }
  }

  /** A statement that timed out cannot be closed: the driver takes its state for wrong. */
  @Test
  void networkTimeout_endsTheWaitForAnAnswer() throws Exception {
    Connection connection = connect(Map.of());
    connection.setNetworkTimeout(Runnable::run, 2000);
    assertThatThrownBy(() -> execute(connection, ENDLESS))
        .hasStackTraceContaining("SocketTimeoutException");
    connection.abort(Runnable::run);
  }

  @Test
  void cancel_endsAStatementAndLeavesTheConnectionUsable() throws Exception {
    try (Connection connection = connect(Map.of());
        Statement statement = connection.createStatement()) {
      Task<Boolean> endless = Task.start(() -> statement.execute(ENDLESS));
      await()
          .atMost(Task.PATIENCE)
          .until(() -> ConnectionContract.isEndedByCancelling(statement, endless));
      assertThatThrownBy(endless::result)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("cancel");
      assertThat(connection.isValid(60)).isTrue();
    }
  }

  /** Of a connection without a running statement: the driver's abort waits for that to end. */
  @Test
  void abort_closesTheSocket() throws Exception {
    Connection connection = connect(Map.of());
    connection.abort(Runnable::run);
    assertThat(connection.isClosed()).isTrue();
    assertThat(links()).isEmpty();
  }

  @Test
  void batch_insertsAllRows() throws Exception {
    try (Connection connection = connect(Map.of())) {
      execute(connection, "RECREATE TABLE NUMBERS (N INT)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO NUMBERS VALUES (?)")) {
        for (int i = 1; i <= ROWS; i++) {
          insert.setInt(1, i);
          insert.addBatch();
        }
        assertThat(insert.executeBatch()).hasSize(ROWS).containsOnly(1);
      }
      assertThat(text(connection, "SELECT SUM(N) FROM NUMBERS")).isEqualTo("500500");
    }
  }

  @Test
  void blob_comesBackAsItWasStored() throws Exception {
    byte[] blob = new byte[BLOB_SIZE];
    new Random(4).nextBytes(blob);
    try (Connection connection = connect(Map.of())) {
      execute(connection, "RECREATE TABLE BLOBS (B BLOB)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO BLOBS VALUES (?)")) {
        insert.setBinaryStream(1, new ByteArrayInputStream(blob));
        insert.execute();
      }
      assertThat(Arrays.equals(blob, bytes(connection, "SELECT B FROM BLOBS"))).isTrue();
    }
  }

  @Test
  void wireCrypt_encryptsTheConnection() throws Exception {
    try (Connection connection = connect(Map.of("wireCrypt", "REQUIRED"))) {
      String encrypted = "RDB$GET_CONTEXT('SYSTEM', 'WIRE_ENCRYPTED')";
      assertThat(text(connection, "SELECT " + encrypted + " FROM RDB$DATABASE")).isEqualTo("TRUE");
    }
  }

  private Connection connect(Map<String, String> options) throws Exception {
    Connection connection = DriverManager.getConnection(url(server.host(), options));
    assertThat(links()).containsExactly(kind);
    return connection;
  }

  private List<Kind> links() throws IOException {
    return LinkObserver.kinds(server.address());
  }

  private String url(String host, Map<String, String> options) {
    return JAYBIRD.urlOverSmc(host, server.path(), options);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private static byte[] bytes(Connection connection, String query) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      try (InputStream blob = result.getBinaryStream(1)) {
        return blob.readAllBytes();
      }
    }
  }
}
