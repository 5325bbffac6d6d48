package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;

/** Much data through one connection of pgjdbc's. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PostgreSqlStreamsContract {
  private static final int LINES = 100_000;
  private static final int LARGE_OBJECT = 16 << 20;
  private static final int ROW = 100_000;

  private final Kind kind;
  private final DatabaseServer server;
  private Connection connection;

  PostgreSqlStreamsContract(Kind kind, SharedServers.Running servers) throws Exception {
    this.kind = kind;
    this.server = servers.get(Database.POSTGRESQL);
  }

  @BeforeAll
  void connect() throws Exception {
    connection =
        DriverManager.getConnection(
            JdbcDriver.POSTGRESQL.urlOverSmc(server.host(), server.path(), Map.of()));
    assertThat(LinkObserver.kinds(server.address())).containsExactly(kind);
    connection.setAutoCommit(false);
  }

  @AfterAll
  void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void copyOf100Megabytes_arrivesAndComesBackUnchanged() throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE copied (line TEXT)");
    }
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    CRC32 sent = new CRC32();
    CRC32 received = new CRC32();

    long rows =
        copy.copyIn("COPY copied FROM STDIN", new CheckedInputStream(new Lines(LINES), sent));
    copy.copyOut(
        "COPY copied TO STDOUT",
        new CheckedOutputStream(OutputStream.nullOutputStream(), received));

    assertThat(rows).isEqualTo(LINES);
    assertThat(received.getValue()).isEqualTo(sent.getValue());
  }

  @Test
  void largeObject_comesBackUnchanged() throws Exception {
    LargeObjectManager objects = connection.unwrap(PGConnection.class).getLargeObjectAPI();
    long id = objects.createLO();
    CRC32 sent = new CRC32();
    CRC32 received = new CRC32();

    try (LargeObject object = objects.open(id);
        InputStream data = new CheckedInputStream(new Lines(LARGE_OBJECT / Lines.LENGTH), sent);
        OutputStream out = object.getOutputStream()) {
      data.transferTo(out);
    }
    try (LargeObject object = objects.open(id);
        InputStream in = new CheckedInputStream(object.getInputStream(), received)) {
      in.transferTo(OutputStream.nullOutputStream());
    }

    assertThat(received.getValue()).isEqualTo(sent.getValue());
  }

  /** More than the heap of this JVM takes. */
  @Test
  void resultLargerThanTheHeap_isStreamed() throws Exception {
    long rows = Runtime.getRuntime().maxMemory() / ROW + 1;
    long bytes = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10);
      try (ResultSet result =
          statement.executeQuery(
              "SELECT repeat('x', " + ROW + ") FROM generate_series(1, " + rows + ")")) {
        while (result.next()) {
          bytes += result.getBytes(1).length;
        }
      }
    }
    assertThat(bytes).isEqualTo(rows * ROW);
  }
}
