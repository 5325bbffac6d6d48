package io.github.smc4j.demo;

import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program that asks a database one question after the other on one connection, in one
 * transaction: Firebird's would take longer than the questions.
 */
final class QueryClient implements AutoCloseable {
  private static final int WARM_UP = 100;
  private static final int QUERIES = 300;

  private final Connection connection;
  private final List<ObservedLink> links;
  private final String question;

  private QueryClient(Connection connection, List<ObservedLink> links, String question) {
    this.connection = connection;
    this.links = links;
    this.question = question;
  }

  static QueryClient connect(JdbcDriver driver, DatabaseServer server, Map<String, String> options)
      throws IOException, SQLException {
    List<ObservedLink> before = links(server);
    Connection connection =
        DriverManager.getConnection(driver.url(server.host(), server.path(), options));
    connection.setAutoCommit(false);
    List<ObservedLink> own = links(server).stream().filter(link -> !before.contains(link)).toList();
    return new QueryClient(connection, own, question(server.database()));
  }

  private static List<ObservedLink> links(DatabaseServer server) throws IOException {
    return LinkObserver.connections(server.address());
  }

  private static String question(Database database) {
    String table = database == Database.FIREBIRD ? " FROM RDB$DATABASE" : "";
    return "SELECT CAST(? AS INTEGER)" + table;
  }

  void warmUp() throws SQLException {
    answers(WARM_UP);
  }

  ClientRun query() throws SQLException {
    long start = System.nanoTime();
    int answers = answers(QUERIES);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new ClientRun(links, new Tally(answers, QUERIES, "rows"), time);
  }

  /** How many of the questions were answered as they should be. */
  private int answers(int questions) throws SQLException {
    int right = 0;
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < questions; i++) {
        statement.setInt(1, i);
        try (ResultSet answer = statement.executeQuery()) {
          right += answer.next() && answer.getInt(1) == i ? 1 : 0;
        }
      }
    }
    return right;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
