package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Task;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** pgjdbc and PostgreSQL. */
abstract class PostgreSqlContract extends SocketFactoryContract {
  PostgreSqlContract(Kind kind, InetSocketAddress server) {
    super(JdbcDriver.POSTGRESQL, kind, server);
  }

  @Override
  Map<String, String> connectTimeout() {
    return Map.of("connectTimeout", Integer.toString(SECONDS));
  }

  @Override
  Map<String, String> loginTimeout() {
    return Map.of("loginTimeout", Integer.toString(SECONDS));
  }

  @Override
  Map<String, String> socketTimeout() {
    return Map.of("socketTimeout", Integer.toString(SECONDS));
  }

  @Override
  String sleep(int seconds) {
    return "SELECT pg_sleep(" + seconds + ")";
  }

  @Override
  Class<?> recordingFactory() {
    return RecordingSocketFactory.class;
  }

  @Override
  Connection connectToEither(String first, String second) throws SQLException {
    return connectTo(first + "," + second, Map.of());
  }

  /** pgjdbc looks for what the server sends unasked with a read timeout of a millisecond. */
  @Test
  void notification_arrivesWithoutAQuery() throws Exception {
    try (Connection listener = connect(Map.of());
        Connection notifier = connect(Map.of());
        Statement listen = listener.createStatement();
        Statement notify = notifier.createStatement()) {
      PGConnection listening = listener.unwrap(PGConnection.class);
      listen.execute("LISTEN news");
      assertThat(listening.getNotifications()).isEmpty();

      notify.execute("NOTIFY news, 'first'");
      notify.execute("NOTIFY news, 'second'");

      StringBuilder arrived = new StringBuilder();
      await()
          .atMost(Task.PATIENCE)
          .until(
              () -> {
                for (PGNotification notification : listening.getNotifications(500)) {
                  arrived.append(notification.getParameter()).append(' ');
                }
                return arrived.toString().equals("first second ");
              });
    }
  }

  @Test
  void backendThatIsTerminated_isReportedAndTheConnectionIsClosed() throws Exception {
    try (Connection connection = connect(Map.of());
        Connection other = connect(Map.of());
        Statement statement = connection.createStatement();
        Statement killer = other.createStatement()) {
      long backend = number(statement, "SELECT pg_backend_pid()");
      Task<Void> query = Task.run(() -> statement.execute(sleep(300)));
      query.awaitBlocked();

      killer.execute("SELECT pg_terminate_backend(" + backend + ")");

      assertThatThrownBy(query::result)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("terminating connection due to administrator command");
      assertThat(connection.isClosed()).isTrue();
    }
  }
}
