package io.github.smc4j.jdbc;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Much data, to and from a MariaDB server. */
@ExtendWith(SharedServers.class)
@Timeout(value = 5, unit = MINUTES)
abstract class MariaDbDataContract {
  private static final int ROW_BYTES = 1 << 16;

  private final Kind kind;
  private final int rows;
  private final int blobBytes;
  private final DatabaseServer server;

  /**
   * On links of a kind.
   *
   * @param megabytes of a result set that is streamed
   * @param blobMegabytes of a single value
   */
  MariaDbDataContract(Kind kind, SharedServers.Running servers, int megabytes, int blobMegabytes)
      throws Exception {
    this.kind = kind;
    this.server = servers.get(Database.MARIADB);
    this.rows = (megabytes << 20) / ROW_BYTES;
    this.blobBytes = blobMegabytes << 20;
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void resultSet_isStreamedWholeInLittleMemory(JdbcDriver driver) throws Exception {
    try (Connection connection = connect(driver);
        Statement statement = connection.createStatement()) {
      long before = usedMemory();
      statement.setFetchSize(driver == JdbcDriver.MYSQL ? Integer.MIN_VALUE : 100);
      try (ResultSet result = statement.executeQuery(letters())) {
        assertThat(checksum(result)).isEqualTo(checksumOfLetters());
        assertThat(usedMemory() - before).isLessThan((long) rows * ROW_BYTES / 2);
      }
    }
  }

  private String letters() {
    return "SELECT REPEAT(CHAR(97 + seq % 26), " + ROW_BYTES + ") FROM seq_1_to_" + rows;
  }

  private static long checksum(ResultSet result) throws SQLException {
    CRC32 checksum = new CRC32();
    while (result.next()) {
      checksum.update(result.getBytes(1));
    }
    return checksum.getValue();
  }

  private static long usedMemory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private long checksumOfLetters() {
    CRC32 checksum = new CRC32();
    byte[] row = new byte[ROW_BYTES];
    for (int i = 1; i <= rows; i++) {
      Arrays.fill(row, (byte) ('a' + i % 26));
      checksum.update(row);
    }
    return checksum.getValue();
  }

  @ParameterizedTest
  @EnumSource(names = {"MARIADB", "MYSQL"})
  void blob_arrivesWholeBothWays(JdbcDriver driver) throws Exception {
    byte[] content = new byte[blobBytes];
    new SplittableRandom(1).nextBytes(content);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    try (Connection connection = connect(driver);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TABLE blobs (content LONGBLOB)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO blobs VALUES (?)")) {
        insert.setBinaryStream(1, new ByteArrayInputStream(content), blobBytes);
        insert.execute();
      }
      try (ResultSet row = statement.executeQuery("SELECT CRC32(content), content FROM blobs")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getLong(1)).as("as the server has it").isEqualTo(checksum.getValue());
        assertThat(checksum(row.getBinaryStream(2))).isEqualTo(checksum.getValue());
      }
    }
  }

  private static long checksum(InputStream content) throws Exception {
    try (CheckedInputStream checked = new CheckedInputStream(content, new CRC32())) {
      checked.transferTo(OutputStream.nullOutputStream());
      return checked.getChecksum().getValue();
    }
  }

  private Connection connect(JdbcDriver driver) throws Exception {
    Connection connection =
        DriverManager.getConnection(driver.urlOverSmc(server.host(), server.path(), Map.of()));
    assertThat(LinkObserver.kinds(server.address())).containsExactly(kind);
    return connection;
  }
}
