package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.smc4j.Smc;
import io.github.smc4j.SmcConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mariadb.jdbc.Configuration;

class SmcMariaDbSocketFactoryTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  /** Makes a connected socket. */
  @FunctionalInterface
  private interface Variant {
    Socket connect(SmcMariaDbSocketFactory factory, int port) throws IOException;
  }

  private static List<Variant> variants() {
    return List.of(
        SmcMariaDbSocketFactoryTest::connectUnconnected,
        (factory, port) -> factory.createSocket(LOOPBACK, port),
        (factory, port) -> factory.createSocket(LOOPBACK, port, LOOPBACK, 0),
        (factory, port) -> factory.createSocket(LOOPBACK.getHostAddress(), port),
        (factory, port) -> factory.createSocket(LOOPBACK.getHostAddress(), port, LOOPBACK, 0));
  }

  private static Socket connectUnconnected(SmcMariaDbSocketFactory factory, int port)
      throws IOException {
    Socket socket = factory.createSocket();
    assertThat(socket.isConnected()).isFalse();
    socket.connect(new InetSocketAddress(LOOPBACK, port));
    return socket;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void createSocket_connectsToTheDestination(Variant variant) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
        Socket socket = variant.connect(new SmcMariaDbSocketFactory(), server.getLocalPort());
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write(7);
      assertThat(socket.getInputStream().read()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void createSocket_followsTheOptionsOfTheConnection(Variant variant) throws Exception {
    assumeFalse(Smc.isAvailable(), "this host has SMC");
    SmcMariaDbSocketFactory factory = configured("smc.mode=require");
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
      assertThatThrownBy(() -> variant.connect(factory, server.getLocalPort()).close())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("SMC is required by");
    }
  }

  @Test
  void createSocket_makesTheJdksOwnSocketWhereTheOptionsWantNoSmc() throws Exception {
    try (Socket socket = configured("smc.mode=off").createSocket()) {
      assertThat(socket.getClass()).isEqualTo(Socket.class);
    }
  }

  @Test
  void createSocket_makesAnSmcSocketWhereTheOptionsRequireOne() throws Exception {
    try (Socket socket = configured("smc.mode=require").createSocket()) {
      assertThat(socket.getClass().getSimpleName()).isEqualTo("SmcSocket");
    }
  }

  @Test
  void wrongOption_isNamedAmongTheCausesOfTheSqlException() {
    String url =
        "jdbc:mariadb://127.0.0.1:1/test?smc.mode=perhaps&socketFactory="
            + SmcMariaDbSocketFactory.class.getName();
    assertThatThrownBy(() -> DriverManager.getConnection(url).close())
        .isInstanceOf(SQLException.class)
        .hasRootCauseInstanceOf(SmcConfigurationException.class)
        .rootCause()
        .hasMessageContaining("smc.mode")
        .hasMessageContaining("perhaps");
  }

  private static SmcMariaDbSocketFactory configured(String options) throws SQLException {
    SmcMariaDbSocketFactory factory = new SmcMariaDbSocketFactory();
    factory.setConfiguration(Configuration.parse("jdbc:mariadb://db/test?" + options), "db");
    return factory;
  }
}
