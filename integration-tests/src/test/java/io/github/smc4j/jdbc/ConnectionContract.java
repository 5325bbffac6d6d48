package io.github.smc4j.jdbc;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.FullBacklog;
import io.github.smc4j.contract.Task;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application or a pool asks of a connection, whatever its driver and its link. */
@ExtendWith(SharedServers.class)
@Timeout(value = 5, unit = MINUTES)
abstract class ConnectionContract {
  /** Of the timeouts under test; long enough to connect in an emulated guest. */
  static final int SECONDS = 3;

  private static final int BATCH = 1000;

  final JdbcDriver driver;
  final Kind kind;
  private final InetSocketAddress server;
  private final String path;

  ConnectionContract(JdbcDriver driver, Kind kind, InetSocketAddress server, String path) {
    this.driver = driver;
    this.kind = kind;
    this.server = server;
    this.path = path;
  }

  /** The options that end an attempt to connect after {@link #SECONDS}. */
  abstract Map<String, String> connectTimeout();

  /** The options that end a login after {@link #SECONDS}. */
  abstract Map<String, String> loginTimeout();

  /** The options that end the wait for an answer after {@link #SECONDS}. */
  abstract Map<String, String> socketTimeout();

  /** A query that takes so long. */
  abstract String sleep(int seconds);

  @Test
  void connection_runsOnTheLinkOfThisPlace() throws Exception {
    try (Connection connection = connect(Map.of())) {
      assertThat(connection.isValid(60)).isTrue();
      assertThat(links()).containsOnly(kind);
    }
  }

  @Test
  void connectTimeout_endsAnAttemptThatNobodyAnswers() throws Exception {
    try (FullBacklog silent = new FullBacklog(Family.IPV4)) {
      assertThatThrownBy(() -> connectTo(JdbcDriver.host(silent.address()), connectTimeout()))
          .isInstanceOf(SQLException.class)
          .hasStackTraceContaining(SocketTimeoutException.class.getName());
    }
  }

  @Test
  void loginTimeout_endsALoginThatTheServerDoesNotAnswer() throws Exception {
    try (ServerSocket silent = silentServer()) {
      String host = JdbcDriver.host((InetSocketAddress) silent.getLocalSocketAddress());
      assertThatThrownBy(() -> connectTo(host, loginTimeout())).isInstanceOf(SQLException.class);
    }
  }

  /** It takes connections, over SMC where that is to be had, and says nothing. */
  static ServerSocket silentServer() throws IOException {
    return new SmcServerSocketFactory().createServerSocket(0, 9, Family.IPV4.loopback());
  }

  @Test
  void socketTimeout_endsAQueryThatTakesLonger() throws Exception {
    try (Connection connection = connect(socketTimeout());
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sleep(300)))
          .isInstanceOf(SQLException.class)
          .hasStackTraceContaining(SocketTimeoutException.class.getName());
      assertThat(connection.isValid(1)).isFalse();
    }
  }

  @Test
  void cancel_endsTheQueryAndKeepsTheConnection() throws Exception {
    try (Connection connection = connect(Map.of());
        Statement statement = connection.createStatement()) {
      Task<Void> query = Task.run(() -> statement.execute(sleep(300)));
      query.awaitBlocked();

      await().atMost(Task.PATIENCE).until(() -> isEndedByCancelling(statement, query));

      assertThatThrownBy(query::result).isInstanceOf(SQLException.class);
      assertThat(connection.isValid(60)).isTrue();
    }
  }

  /** A request that overtakes the query is without effect. */
  static boolean isEndedByCancelling(Statement statement, Task<?> query) throws SQLException {
    statement.cancel();
    return query.isDone();
  }

  @Test
  void queryTimeout_endsTheQueryAndKeepsTheConnection() throws Exception {
    try (Connection connection = connect(Map.of());
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.execute(sleep(300))).isInstanceOf(SQLException.class);
      assertThat(connection.isValid(60)).isTrue();
    }
  }

  @Test
  void abort_endsTheQueryAndTheConnection() throws Exception {
    try (Connection connection = connect(Map.of());
        Statement statement = connection.createStatement()) {
      Task<Void> query = Task.run(() -> statement.execute(sleep(300)));
      query.awaitBlocked();

      connection.abort(Runnable::run);

      assertThatThrownBy(query::result).isInstanceOf(SQLException.class);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void interruptDuringAQuery_leavesWhatItLeavesOverTcp() throws Exception {
    assertThat(interrupted(Task::start, driver.overSmc()))
        .isEqualTo(interrupted(Task::start, Map.of()));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void interruptOfAVirtualThreadDuringAQuery_leavesWhatItLeavesOverTcp() throws Exception {
    assertThat(interrupted(Task::startVirtual, driver.overSmc()))
        .isEqualTo(interrupted(Task::startVirtual, Map.of()));
  }

  /** What an interrupt leaves behind. */
  private record Aftermath(boolean answered, boolean interrupted, boolean usable) {}

  private Aftermath interrupted(
      Function<Callable<Boolean>, Task<Boolean>> start, Map<String, String> socketFactory)
      throws Exception {
    try (Connection connection = open(url(JdbcDriver.host(server), socketFactory));
        Statement statement = connection.createStatement()) {
      boolean[] answered = new boolean[1];
      Task<Boolean> query =
          start.apply(
              () -> {
                answered[0] = isAnswered(statement);
                return Thread.currentThread().isInterrupted();
              });
      query.awaitBlocked().interrupt();
      boolean interrupted = query.result();
      return new Aftermath(answered[0], interrupted, connection.isValid(60));
    }
  }

  private boolean isAnswered(Statement statement) {
    try {
      return statement.execute(sleep(SECONDS));
    } catch (SQLException e) {
      return false;
    }
  }

  @Test
  void batchOfAPreparedStatement_arrivesWhole() throws Exception {
    try (Connection connection = connect(Map.of());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE numbers (n INT)");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO numbers VALUES (?)")) {
        for (int i = 1; i <= BATCH; i++) {
          insert.setInt(1, i);
          insert.addBatch();
        }
        assertThat(insert.executeBatch()).hasSize(BATCH);
      }
      connection.commit();
      assertThat(number(statement, "SELECT SUM(n) FROM numbers")).isEqualTo(BATCH * 1001L / 2);
      connection.commit();
      statement.execute("DROP TABLE numbers");
      connection.commit();
    }
  }

  /** The only column of the only row. */
  static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }

  final Connection connect(Map<String, String> options) throws SQLException {
    return connectTo(JdbcDriver.host(server), options);
  }

  final Connection connectTo(String hosts, Map<String, String> options) throws SQLException {
    return open(driver.urlOverSmc(hosts, path, options));
  }

  Connection open(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }

  final String url(String hosts, Map<String, String> options) {
    return driver.url(hosts, path, options);
  }

  final InetSocketAddress server() {
    return server;
  }

  /** What the connections of this JVM to the server run on. */
  final List<Kind> links() throws IOException {
    return LinkObserver.kinds(server);
  }
}
