package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Breaker;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Connections that TCP cannot have either: they fail as it does, and nothing is held against SMC.
 */
@Tag("fault")
class ConnectFailureIT {
  private static final int NO_TIMEOUT = 0;
  private static final int LONG_TIMEOUT = 10_000;

  private static EmptyNetwork network;

  @BeforeAll
  static void makeNetwork() throws Exception {
    network = EmptyNetwork.make();
  }

  @AfterAll
  static void removeNetwork() throws Exception {
    network.close();
  }

  @AfterEach
  void nothingIsRemembered() {
    assertThat(Breaker.failures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {NO_TIMEOUT, LONG_TIMEOUT})
  void connect_isRefusedAsOverTcp(int timeout) throws Exception {
    IOException failure = assertFailsAsTcpDoes("refused", closedPort(), timeout);

    assertThat(failure).isInstanceOf(ConnectException.class).hasMessage("Connection refused");
  }

  @ParameterizedTest
  @ValueSource(ints = {NO_TIMEOUT, LONG_TIMEOUT})
  void connect_findsNoHostAsOverTcp(int timeout) throws Exception {
    assertFailsAsTcpDoes("no such host", network.nobody(), timeout);
  }

  @ParameterizedTest
  @EnumSource
  void channel_isRefused(Dial dial) throws Exception {
    assertChannelFails("refused", dial, closedPort());
  }

  @ParameterizedTest
  @EnumSource
  void channel_findsNoHost(Dial dial) throws Exception {
    assertChannelFails("no such host", dial, network.nobody());
  }

  private static IOException assertFailsAsTcpDoes(
      String fault, InetSocketAddress destination, int timeout) throws Exception {
    Attempt<Socket> tcp = attempt(new Socket(), destination, timeout);
    Attempt<Socket> smc = attempt(new SmcSocketFactory().createSocket(), destination, timeout);

    tcp.report(fault + ", new Socket() with timeout " + timeout, tcp);
    smc.report(fault + ", our socket with timeout " + timeout, smc);
    IOException expected = Objects.requireNonNull(tcp.failure());
    assertThat(smc.failure())
        .isExactlyInstanceOf(expected.getClass())
        .hasMessage(expected.getMessage());
    return expected;
  }

  private static Attempt<Socket> attempt(Socket socket, InetSocketAddress destination, int timeout)
      throws Exception {
    try (socket) {
      return Attempt.of(
          () -> {
            socket.connect(destination, timeout);
            return socket;
          });
    }
  }

  private static void assertChannelFails(String fault, Dial dial, InetSocketAddress destination)
      throws Exception {
    Attempt<SocketChannel> attempt = Attempt.of(() -> dial.dial(destination));

    attempt.report(fault + ", " + dial + " channel", attempt);
    assertThat(attempt.failure()).isNotNull();
  }

  private static InetSocketAddress closedPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return (InetSocketAddress) closed.getLocalSocketAddress();
    }
  }
}
