package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.firebirdsql.CallOfJaybird;
import org.junit.jupiter.api.Test;

class SmcSocketFactoryTest {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  private static final Properties MALFORMED = new Properties();

  static {
    MALFORMED.setProperty("smc.mode", "never");
  }

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
  void constructor_throwsWhatIsWrongWithTheSettings() {
    assertThatThrownBy(() -> new SmcSocketFactory("smc.mood=require"))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("smc.mood");
    assertThatThrownBy(() -> new SmcSocketFactory(MALFORMED))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageContaining("smc.mode");
  }

  /** Jaybird takes an exception for the sign to do without the settings. */
  @Test
  void connect_throwsItWhereTheDriverLosesExceptionsOfTheConstructor() throws Exception {
    SmcSocketFactory factory = CallOfJaybird.make(() -> new SmcSocketFactory(MALFORMED));
    try (Socket socket = factory.createSocket()) {
      assertRefused(() -> socket.connect(ANYWHERE));
      assertRefused(() -> socket.connect(ANYWHERE, 1000));
    }
    assertRefused(() -> factory.createSocket(ANYWHERE.getAddress(), 1));
    assertRefused(() -> factory.openSocketChannel(ANYWHERE));
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

  private static void assertRefused(ThrowingCallable connect) {
    assertThatThrownBy(connect)
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("smc.mode")
        .hasCauseInstanceOf(SmcConfigurationException.class);
  }
}
