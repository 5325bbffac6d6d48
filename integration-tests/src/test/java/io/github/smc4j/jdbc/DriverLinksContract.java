package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What connections run on whose URL names the socket factory, looked at from outside. */
@ExtendWith(SharedServers.class)
abstract class DriverLinksContract {
  private final Kind kind;
  private final SharedServers.Running servers;

  DriverLinksContract(Kind kind, SharedServers.Running servers) {
    this.kind = kind;
    this.servers = servers;
  }

  /** RedshiftContract has the same for Redshift. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REDSHIFT")
  void urlWithTheSocketFactory_givesAConnectionThatWorks(JdbcDriver driver) throws Exception {
    DatabaseServer server = servers.get(driver.database());
    String url = driver.urlOverSmc(server.host(), server.path(), Map.of());
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(connection.isValid(60)).isTrue();
      assertThat(LinkObserver.kinds(server.address())).containsExactly(kind);
    }
  }
}
