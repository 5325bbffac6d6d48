package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;

/** MariaDB Connector/J. */
abstract class MariaDbContract extends MariaDbServerContract {
  MariaDbContract(Kind kind, InetSocketAddress server) {
    super(JdbcDriver.MARIADB, kind, server);
  }

  @Override
  Map<String, String> loginTimeout() {
    return connectTimeout();
  }

  @Override
  Class<?> recordingFactory() {
    return RecordingMariaDbSocketFactory.class;
  }

  @Override
  Connection connectToEither(String first, String second) throws SQLException {
    String url = url(first + "," + second, driver.overSmc());
    return open(url.replaceFirst("^jdbc:mariadb:", "jdbc:mariadb:sequential:"));
  }

  @Test
  void optionsOfTheUrl_areThoseOfTheSocket() throws Exception {
    Map<String, String> options =
        Map.of(
            "tcpKeepAlive", "true",
            "tcpKeepIdle", "71",
            "tcpKeepCount", "3",
            "tcpKeepInterval", "17",
            "socketTimeout", "54321");
    try (Connection connection = connectRecorded(options)) {
      Socket socket = socket();
      assertThat(connection.isValid(60)).isTrue();
      assertThat(socket.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
      assertThat(socket.getOption(StandardSocketOptions.SO_KEEPALIVE)).isTrue();
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(71);
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(3);
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(17);
      assertThat(socket.getSoTimeout()).isEqualTo(54_321);
    }
  }

  @Test
  void tcpAbortiveClose_isSetOnTheSocket() throws Exception {
    try (Connection connection = connectRecorded(Map.of("tcpAbortiveClose", "true"))) {
      assertThat(connection.isValid(60)).isTrue();
      assertThat(socket().getSoLinger()).isZero();
    }
  }
}
