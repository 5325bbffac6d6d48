package io.github.smc4j.bench;

import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * {@code SELECT 1} through pgjdbc. Arguments: the {@link Sockets} and the server's port. Prints the
 * kind of the link, what a query takes, and how much of it goes to the client's and the server's
 * process, user code and kernel: client user, client kernel, server user, server kernel.
 */
final class SelectOne {
  private static final int QUERIES = 50;

  private SelectOne() {}

  public static void main(String[] args) throws IOException, SQLException {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    Map<String, String> options =
        Sockets.valueOf(args[0]) == Sockets.SMC4J ? JdbcDriver.POSTGRESQL.overSmc() : Map.of();
    String url = JdbcDriver.POSTGRESQL.url("127.0.0.1:" + server.getPort(), "test", options);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      long backend = number(statement, "SELECT pg_backend_pid()");
      long client = ProcessHandle.current().pid();
      Measurement.warmUp(QUERIES, () -> query(statement));

      CpuTime clientBefore = CpuTime.of(client);
      CpuTime serverBefore = CpuTime.of(backend);
      long roundTrip = Measurement.of(QUERIES, () -> query(statement));
      CpuTime clients = CpuTime.of(client).since(clientBefore);
      CpuTime servers = CpuTime.of(backend).since(serverBefore);

      long queries = (long) QUERIES * Measurement.ALL_ROUNDS;
      System.out.printf(
          "%s %d %d %d %d %d%n",
          LinkObserver.kinds(server).get(0),
          roundTrip,
          clients.user() / queries,
          clients.kernel() / queries,
          servers.user() / queries,
          servers.kernel() / queries);
    }
  }

  private static void query(Statement statement) throws IOException {
    try {
      number(statement, "SELECT 1");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
