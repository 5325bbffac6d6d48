package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcPropertySetImpl;
import io.github.smc4j.SmcConfigurationException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SmcMySqlSocketFactoryTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void connect_connectsToTheDestination() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
        Socket socket =
            new SmcMySqlSocketFactory()
                .connect(
                    LOOPBACK.getHostAddress(), server.getLocalPort(), properties("prefer"), 0);
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write(7);
      assertThat(socket.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void createSocket_makesTheJdksOwnSocketWhereThePropertiesWantNoSmc() throws Exception {
    try (Socket socket = new SmcMySqlSocketFactory().createSocket(properties("off"))) {
      assertThat(socket.getClass()).isEqualTo(Socket.class);
    }
  }

  @Test
  void createSocket_makesAnSmcSocketWhereThePropertiesRequireOne() throws Exception {
    try (Socket socket = new SmcMySqlSocketFactory().createSocket(properties("require"))) {
      assertThat(socket.getClass().getSimpleName()).isEqualTo("SmcSocket");
    }
  }

  @Test
  void wrongProperty_isNamedByTheSqlException() {
    String url =
        "jdbc:mysql://127.0.0.1:1/test?smc.mode=perhaps&socketFactory="
            + SmcMySqlSocketFactory.class.getName();
    assertThatThrownBy(() -> DriverManager.getConnection(url).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("smc.mode")
        .hasMessageContaining("perhaps")
        .hasRootCauseInstanceOf(SmcConfigurationException.class);
  }

  private static PropertySet properties(String mode) {
    Properties given = new Properties();
    given.setProperty("smc.mode", mode);
    PropertySet properties = new JdbcPropertySetImpl();
    properties.initializeProperties(given);
    return properties;
  }
}
