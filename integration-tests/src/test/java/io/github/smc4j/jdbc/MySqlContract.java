package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** MySQL Connector/J, with a MariaDB server. */
abstract class MySqlContract extends MariaDbServerContract {
  MySqlContract(Kind kind, InetSocketAddress server) {
    super(JdbcDriver.MYSQL, kind, server);
  }

  @Override
  Map<String, String> loginTimeout() {
    return socketTimeout();
  }

  @Override
  Class<?> recordingFactory() {
    return RecordingMySqlSocketFactory.class;
  }

  @Override
  Connection connectToEither(String first, String second) throws SQLException {
    return connectTo(first + "," + second, Map.of());
  }

  @Test
  void loginTimeoutOfTheDriverManager_endsALoginThatTheServerDoesNotAnswer() throws Exception {
    DriverManager.setLoginTimeout(SECONDS);
    try (ServerSocket silent = silentServer()) {
      String address = JdbcDriver.host((InetSocketAddress) silent.getLocalSocketAddress());
      assertThatThrownBy(() -> connectTo(address, Map.of())).isInstanceOf(SQLException.class);
    } finally {
      DriverManager.setLoginTimeout(0);
    }
  }

  /** Within one host the send buffer of an SMC-D link is the receive buffer of its peer. */
  @Test
  void optionsOfTheUrl_areThoseOfTheSocket() throws Exception {
    Map<String, String> options =
        Map.of(
            "tcpKeepAlive", "true",
            "tcpNoDelay", "true",
            "tcpRcvBuf", "131072",
            "tcpTrafficClass", "16",
            "socketTimeout", "54321");
    try (Connection connection = connectRecorded(options)) {
      Socket socket = socket();
      assertThat(connection.isValid(60)).isTrue();
      assertThat(socket.getTcpNoDelay()).isTrue();
      assertThat(socket.getKeepAlive()).isTrue();
      assertThat(socket.getReceiveBufferSize()).isEqualTo(131_072);
      assertThat(socket.getTrafficClass()).isEqualTo(16);
      assertThat(socket.getSoTimeout()).isEqualTo(54_321);
    }
  }
}
