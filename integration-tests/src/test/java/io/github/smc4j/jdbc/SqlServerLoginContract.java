package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.Link;
import io.github.smc4j.database.JdbcDriver;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SQL Server's driver against a listener of ours, because no server can be had. */
abstract class SqlServerLoginContract {
  private final Link.Kind kind;

  SqlServerLoginContract(Link.Kind kind) {
    this.kind = kind;
  }

  @Test
  void urlWithTheSocketFactory_logsIn() throws Exception {
    assertLogin(Map.of(), kind);
  }

  @Test
  @Timeout(90)
  void loginTimeout_endsTheWaitForAListenerThatNeverAnswers() throws Exception {
    try (ServerSocket silent = ConnectionContract.silentServer()) {
      String host = JdbcDriver.host((InetSocketAddress) silent.getLocalSocketAddress());
      String url = SqlServerUrl.of(host, Map.of("loginTimeout", "2"));
      assertThatThrownBy(() -> DriverManager.getConnection(url))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("timed out");
    }
  }

  /** The login is readable, because the URL wants no encryption. */
  static void assertLogin(Map<String, String> options, Link.Kind kind) throws Exception {
    try (TdsListener server = new TdsListener()) {
      assertThatThrownBy(() -> DriverManager.getConnection(SqlServerUrl.of(server.host(), options)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(TdsListener.REFUSAL);
      assertThat(server.login().link()).isEqualTo(kind);
      assertThat(server.login().text()).contains("test", "Microsoft JDBC Driver");
    }
  }
}
