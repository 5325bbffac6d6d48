package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SmcSocketFactoryTest {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  @Test
  void createSocket_makesTheJdksOwnSocketWhereNothingWantsSmc() throws Exception {
    try (Socket socket = new SmcSocketFactory("smc.mode=off").createSocket()) {
      assertThat(socket.getClass()).isEqualTo(Socket.class);
    }
  }

  @Test
  void createSocket_makesAnSmcSocketWhereSomeDestinationRequiresIt() throws Exception {
    String settings = "smc.mode=off,smc.rules=[{to=10.0.0.0/8,mode=require}]";
    try (Socket socket = new SmcSocketFactory(settings).createSocket()) {
      assertThat(socket).isInstanceOf(SmcSocket.class);
    }
  }

  /** A SOCKS proxy would look the name up. */
  @Test
  void connect_holdsADestinationThatIsNotLookedUpToModeRequireToo() throws Exception {
    assumeFalse(Smc.isAvailable(), "this host has SMC");
    try (Socket socket = new SmcSocketFactory("smc.mode=require").createSocket()) {
      assertThatThrownBy(
              () -> socket.connect(InetSocketAddress.createUnresolved("db.example.org", 5432)))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("SMC is required by");
    }
  }

  @Test
  void connect_tellsWhatIsWrongWithTheArgument() throws Exception {
    try (Socket socket = new SmcSocketFactory("smc.mood=require").createSocket()) {
      assertRefused(() -> socket.connect(ANYWHERE), "smc.mood");
      assertRefused(() -> socket.connect(ANYWHERE, 1000), "smc.mood");
    }
  }

  @Test
  void createSocket_tellsWhatIsWrongWithTheArgumentWhereItConnects() {
    SmcSocketFactory factory = new SmcSocketFactory("smc.mode=never");
    assertRefused(() -> factory.createSocket(ANYWHERE.getAddress(), 1), "smc.mode");
  }

  @Test
  void openSocketChannel_tellsWhatIsWrongWithTheArgument() {
    SmcSocketFactory factory = new SmcSocketFactory("smc.mode=never");
    assertRefused(() -> factory.openSocketChannel(ANYWHERE), "smc.mode");
  }

  @Test
  void createSocket_refusesANullAddressAsTheJdkDoes() {
    assertThatThrownBy(() -> new SmcSocketFactory().createSocket((InetAddress) null, 80))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void createSocket_refusesAPortBeforeItLooksTheHostUp() {
    assertThatThrownBy(() -> new SmcSocketFactory().createSocket("no.such.host.invalid", 70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000");
  }

  @Test
  void createServerSocket_makesTheJdksOwnWhereNothingWantsSmc() throws Exception {
    try (ServerSocket server = new SmcServerSocketFactory("smc.mode=off").createServerSocket()) {
      assertThat(server.getClass()).isEqualTo(ServerSocket.class);
    }
  }

  private static void assertRefused(ThrowingCallable connect, String setting) {
    assertThatThrownBy(connect)
        .isInstanceOf(SocketException.class)
        .hasMessageContaining(setting)
        .hasCauseInstanceOf(SmcConfigurationException.class);
  }
}
