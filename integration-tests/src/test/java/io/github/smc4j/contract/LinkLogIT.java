package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the log tells those who never see their sockets. */
@Tag("lab")
class LinkLogIT {
  /** No other test's: the log is silent on what the JVM has seen before, at whatever port. */
  private static final InetAddress LOOPBACK = loopback();

  private final LogLines log = new LogLines();

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void log_tellsOnceWhatConnectionsRunOn() throws IOException {
    try (ServerSocket server = new SmcServerSocketFactory().createServerSocket(0, 9, LOOPBACK)) {
      connect(new SmcSocketFactory(), server);
      connect(new SmcSocketFactory(), server);
      assertThat(linesOf(server))
          .singleElement()
          .asString()
          .contains(address(server) + " run on SMC-D, link group ");
    }
  }

  @Test
  void log_tellsWhyTheyFellBack() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 9, LOOPBACK)) {
      connect(new SmcSocketFactory(), server);
      assertThat(linesOf(server))
          .singleElement()
          .asString()
          .contains(address(server) + " run on TCP, ")
          .contains("0x03010000");
    }
  }

  @Test
  void log_tellsWhichSettingLeavesThemToTcp() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 9, LOOPBACK)) {
      String rule = "smc.rules=[{ports=" + server.getLocalPort() + ",mode=off}]";
      connect(new SmcSocketFactory(rule), server);
      assertThat(linesOf(server))
          .singleElement()
          .asString()
          .contains(address(server) + " run on TCP, decided by rule ")
          .contains("smc.rules[0]");
    }
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 79, 1});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  private static void connect(SocketFactory factory, ServerSocket server) throws IOException {
    try (Socket socket = factory.createSocket(LOOPBACK, server.getLocalPort());
        Socket accepted = server.accept()) {
      assertThat(accepted.getPort()).isEqualTo(socket.getLocalPort());
    }
  }

  private List<String> linesOf(ServerSocket server) {
    return log.with(address(server));
  }

  private static String address(ServerSocket server) {
    return LOOPBACK.getHostAddress() + ":" + server.getLocalPort();
  }
}
