package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Task;
import io.github.smc4j.database.JdbcDriver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a driver makes of its socket factory: one socket, another to cancel, one for each host. */
abstract class SocketFactoryContract extends ConnectionContract {
  SocketFactoryContract(JdbcDriver driver, Kind kind, InetSocketAddress server) {
    super(driver, kind, server, "test");
  }

  /** The factory that is registered with {@link RecordedSockets}. */
  abstract Class<?> recordingFactory();

  /** Opens a connection to the first of two hosts, or the second if the first fails. */
  abstract Connection connectToEither(String first, String second) throws SQLException;

  /**
   * A request to cancel takes a connection of its own, which is gone when it is seen. With SMC
   * switched off the factory makes the JDK's own sockets, and makes others wherever SMC is tried.
   */
  @Test
  void cancel_takesTheFactoryAndTheSettingsOfTheConnection() throws Exception {
    try (Connection connection = connectRecorded(Map.of("smc.mode", "off"));
        Statement statement = connection.createStatement()) {
      Task<Void> query = Task.run(() -> statement.execute(sleep(300)));
      query.awaitBlocked();
      assertThat(RecordedSockets.all()).hasSize(1);

      await().atMost(Task.PATIENCE).until(() -> isEndedByCancelling(statement, query));

      assertThat(RecordedSockets.all())
          .hasSizeGreaterThan(1)
          .allMatch(socket -> socket.getClass() == Socket.class);
    }
  }

  @Test
  void hostThatRefuses_isPassedOver() throws Exception {
    try (Connection connection =
        connectToEither(JdbcDriver.host(refusing()), JdbcDriver.host(server()))) {
      assertThat(connection.isValid(60)).isTrue();
      assertThat(links()).containsOnly(kind);
    }
  }

  private static InetSocketAddress refusing() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, Family.IPV4.loopback())) {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }
  }

  /** Opens a connection whose sockets are recorded from here on. */
  final Connection connectRecorded(Map<String, String> options) throws SQLException {
    Map<String, String> all = new HashMap<>(options);
    all.put("socketFactory", recordingFactory().getName());
    RecordedSockets.clear();
    return connect(all);
  }

  /** The only recorded one. */
  static Socket socket() {
    assertThat(RecordedSockets.all()).hasSize(1);
    return RecordedSockets.all().get(0);
  }
}
