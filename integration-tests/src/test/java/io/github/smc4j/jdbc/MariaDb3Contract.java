package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** MariaDB Connector/J 3, with the socket factory that was compiled against version 4. */
abstract class MariaDb3Contract extends MariaDbContract {
  MariaDb3Contract(Kind kind, InetSocketAddress server) {
    super(kind, server);
  }

  @Override
  Connection open(String url) throws SQLException {
    return OlderMariaDbDriver.connect(url);
  }

  @Test
  void driver_isVersion3() throws Exception {
    try (Connection connection = connect(Map.of())) {
      assertThat(connection.getMetaData().getDriverMajorVersion()).isEqualTo(3);
    }
  }
}
