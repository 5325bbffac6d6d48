package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Redshift's driver against PostgreSQL, whose protocol it speaks but for the start-up message. */
@ExtendWith(SharedServers.class)
abstract class RedshiftContract {
  private static final JdbcDriver REDSHIFT = JdbcDriver.REDSHIFT;

  private final Kind kind;
  private final DatabaseServer server;

  RedshiftContract(Kind kind, SharedServers.Running servers) throws Exception {
    this.kind = kind;
    this.server = servers.get(Database.POSTGRESQL);
  }

  @Test
  void urlWithTheSocketFactory_reachesAServerThatRefusesTheStartUpMessage() {
    String url = REDSHIFT.urlOverSmc(server.host(), server.path(), Map.of());
    assertThatThrownBy(() -> DriverManager.getConnection(url))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("unrecognized configuration parameter \"driver_version\"");
  }

  @Test
  void urlWithTheSocketFactory_givesAConnectionThatWorks() throws Exception {
    try (RedshiftDoor door = door();
        Connection connection = connect(door, SettingInUrl.REDSHIFT_OPTION, "prefer")) {
      assertThat(LinkObserver.kinds(door.address())).containsExactly(kind);
      assertEchoes(connection, "smc".repeat(300_000));
    }
  }

  final Connection connect(RedshiftDoor door, SettingInUrl way, String mode) throws SQLException {
    String host = JdbcDriver.host(door.address());
    return DriverManager.getConnection(way.url(host, server.path(), "smc.mode", mode));
  }

  final RedshiftDoor door() throws Exception {
    return new RedshiftDoor(server.address());
  }

  private static void assertEchoes(Connection connection, String text) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT ?::text")) {
      query.setString(1, text);
      try (ResultSet result = query.executeQuery()) {
        assertThat(result.next()).isTrue();
        assertThat(result.getString(1)).isEqualTo(text);
      }
    }
  }
}
