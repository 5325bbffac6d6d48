package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.smc4j.contract.Task;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the drivers of a MariaDB server have in common. */
abstract class MariaDbServerContract extends SocketFactoryContract {
  private static final String MILLIS = Integer.toString(SECONDS * 1000);

  MariaDbServerContract(JdbcDriver driver, Kind kind, InetSocketAddress server) {
    super(driver, kind, server);
  }

  @Override
  Map<String, String> connectTimeout() {
    return Map.of("connectTimeout", MILLIS);
  }

  @Override
  Map<String, String> socketTimeout() {
    return Map.of("socketTimeout", MILLIS);
  }

  @Override
  String sleep(int seconds) {
    return "SELECT SLEEP(" + seconds + ")";
  }

  @Test
  void killConnection_isReportedAsOverTcp() throws Exception {
    assertThat(killed(driver.overSmc())).isEqualTo(killed(Map.of()));
  }

  /** How a driver reports that the server has ended a connection. */
  private record Report(Class<?> type, String state, int code, boolean valid) {}

  private Report killed(Map<String, String> socketFactory) throws Exception {
    try (Connection other = connect(Map.of());
        Statement kill = other.createStatement();
        Connection connection = open(url(JdbcDriver.host(server()), socketFactory));
        Statement statement = connection.createStatement()) {
      long id = number(statement, "SELECT CONNECTION_ID()");
      Task<Void> query = Task.run(() -> statement.execute(sleep(300)));
      query.awaitBlocked();

      kill.execute("KILL CONNECTION " + id);

      SQLException failure = catchThrowableOfType(SQLException.class, query::result);
      return new Report(
          failure.getClass(),
          failure.getSQLState(),
          failure.getErrorCode(),
          connection.isValid(60));
    }
  }

  @Test
  void localSocketAddress_isWhereTheConnectionComesFrom() throws Exception {
    try (Connection connection = connectRecorded(Map.of("localSocketAddress", "127.0.0.2"))) {
      assertThat(connection.isValid(60)).isTrue();
      assertThat(socket().getLocalAddress().getHostAddress()).isEqualTo("127.0.0.2");
      assertThat(links()).containsOnly(kind);
    }
  }
}
