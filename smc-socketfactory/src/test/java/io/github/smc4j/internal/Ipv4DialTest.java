package io.github.smc4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.NativeLibrary;
import io.github.smc4j.internal.kernel.SocketType;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kernel has TCP, and dialling that shows what the JDK makes of the socket. */
class Ipv4DialTest {
  private static final Conversion TO_TCP =
      new Conversion(List.of(SocketType.TCP), OptionalInt.empty(), OptionalInt.empty());

  private static final int NO_TIMEOUT = 0;
  private static final int LONG_TIMEOUT = 60_000;

  @BeforeAll
  static void assumeDualStack() throws Exception {
    NativeLibrary.load(null, null);
    assumeTrue(DualStack.isPresent(), "the JDK's sockets are IPv4 ones here");
  }

  @Test
  void dial_connectsTheJdksSocket() throws Exception {
    try (ServerSocket server = listener();
        SmcDial dial = Ipv4Dial.open(TO_TCP, null);
        Socket here = connected(dial, server, NO_TIMEOUT);
        Socket there = server.accept()) {
      there.getOutputStream().write(42);
      there.shutdownOutput();
      here.getOutputStream().write(43);

      assertThat(here.getInputStream().read()).isEqualTo(42);
      assertThat(here.getInputStream().read()).isNegative();
      assertThat(there.getInputStream().read()).isEqualTo(43);
    }
  }

  @Test
  void close_leavesNoDescriptorBehind() throws Exception {
    try (ServerSocket server = listener()) {
      int before = descriptors();
      for (int i = 0; i < 100; i++) {
        try (SmcDial dial = Ipv4Dial.open(TO_TCP, null);
            Socket here = connected(dial, server, NO_TIMEOUT);
            Socket there = server.accept()) {
          assertThat(here.getPort()).isEqualTo(there.getLocalPort());
        }
        SmcDial unused = Ipv4Dial.open(TO_TCP, null);
        unused.socket().close();
        unused.close();
      }
      assertThat(descriptors()).isCloseTo(before, within(20));
    }
  }

  private static int descriptors() {
    return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
  }

  @Test
  void dial_givesTheSocketItsAddressesAlsoWhenItIsClosed() throws Exception {
    try (ServerSocket server = listener();
        SmcDial dial = Ipv4Dial.open(TO_TCP, null);
        Socket here = connected(dial, server, LONG_TIMEOUT);
        Socket there = server.accept()) {
      assertThat(here.getLocalSocketAddress()).isEqualTo(there.getRemoteSocketAddress());
      assertThat(here.getRemoteSocketAddress()).isEqualTo(server.getLocalSocketAddress());
      dial.socket().close();

      assertThat(here.getLocalPort()).isEqualTo(there.getPort());
      assertThat(here)
          .hasToString(
              "Socket[addr=%s,port=%d,localport=%d]"
                  .formatted(server.getInetAddress(), server.getLocalPort(), there.getPort()));
    }
  }

  @Test
  void dial_takesOverTheOptionsOfTheModel() throws Exception {
    try (Socket model = new Socket();
        ServerSocket server = listener()) {
      model.setTrafficClass(0x10);
      model.setKeepAlive(true);
      model.setSoTimeout(12_345);
      try (SmcDial dial = Ipv4Dial.open(TO_TCP, model);
          Socket here = connected(dial, server, NO_TIMEOUT)) {
        assertThat(here.getTrafficClass()).isEqualTo(0x10);
        assertThat(here.getKeepAlive()).isTrue();
        assertThat(here.getSoTimeout()).isEqualTo(12_345);
      }
    }
  }

  @Test
  void dial_leavesASocketWhoseTrafficClassCanBeChanged() throws Exception {
    try (ServerSocket server = listener();
        SmcDial dial = Ipv4Dial.open(TO_TCP, null);
        Socket here = connected(dial, server, NO_TIMEOUT)) {
      here.setTrafficClass(0x08);
      assertThat(here.getOption(StandardSocketOptions.IP_TOS)).isEqualTo(0x08);

      here.setOption(StandardSocketOptions.IP_TOS, 0x10);
      assertThat(here.getTrafficClass()).isEqualTo(0x10);
    }
  }

  @Test
  void dial_tellsARefusalAsTheJdkDoes() throws Exception {
    InetSocketAddress closed;
    try (ServerSocket server = listener()) {
      closed = (InetSocketAddress) server.getLocalSocketAddress();
    }
    try (SmcDial dial = Ipv4Dial.open(TO_TCP, null);
        Socket socket = dial.socket()) {
      dial.connect(closed, LONG_TIMEOUT);

      assertThat(dial.failure())
          .isExactlyInstanceOf(ConnectException.class)
          .hasMessage("Connection refused");
      assertThat(socket.isConnected()).isFalse();
    }
  }

  @Test
  void dial_tellsThatANetworkIsUnreachableAsTheJdkDoes() throws Exception {
    InetSocketAddress broadcast = new InetSocketAddress("127.255.255.255", 9);
    try (Socket jdk = new Socket();
        SmcDial dial = Ipv4Dial.open(TO_TCP, null);
        Socket socket = dial.socket()) {
      IOException expected = catchThrowableOfType(IOException.class, () -> jdk.connect(broadcast));

      dial.connect(broadcast, NO_TIMEOUT);

      assertThat(dial.failure())
          .isExactlyInstanceOf(expected.getClass())
          .hasMessage(expected.getMessage());
      assertThat(socket.isConnected()).isFalse();
    }
  }

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static Socket connected(SmcDial dial, ServerSocket server, int timeout)
      throws IOException {
    dial.connect((InetSocketAddress) server.getLocalSocketAddress(), timeout);
    @Nullable IOException failure = dial.failure();
    if (failure != null) {
      throw failure;
    }
    return dial.socket();
  }
}
