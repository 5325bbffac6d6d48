package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/** Connect timeouts and SO_TIMEOUT, which only {@code java.net} sockets have. */
interface SocketTimeoutContract extends Fixture {
  int SHORT_MILLIS = 50;
  int LONG_MILLIS = 90_000;

  @Test
  default void connect_timesOutWhenNobodyAnswers() throws IOException {
    FullBacklog silent = closing(new FullBacklog(family()));
    Socket socket = closing(transport().socket(Transport.Setup.none()));

    assertThatThrownBy(() -> socket.connect(silent.address(), SHORT_MILLIS))
        .isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> socket.connect(silent.address(), SHORT_MILLIS))
        .as("the JDK closes a socket that failed to connect")
        .isInstanceOf(SocketException.class)
        .hasMessageMatching("(?i)socket (is )?closed");
  }

  @Test
  default void connect_insideItsTimeoutSucceeds() throws IOException {
    Socket socket = connectedTo(new Behaviours.Echo());

    socket.getOutputStream().write(42);
    assertThat(socket.getInputStream().read()).isEqualTo(42);
  }

  @Test
  default void connect_withATimeoutFailsWhenNobodyListens() throws IOException {
    InetSocketAddress nobody = nobody();
    Socket socket = closing(transport().socket(Transport.Setup.none()));

    assertThatThrownBy(() -> socket.connect(nobody, LONG_MILLIS))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  default void connect_withATimeoutFailsWhenTheNetworkIsUnreachable() throws IOException {
    Socket socket = closing(transport().socket(Transport.Setup.none()));

    assertThatThrownBy(
            () -> socket.connect(new InetSocketAddress(family().unreachable(), 9), LONG_MILLIS))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("Network is unreachable");
  }

  @Test
  default void read_timesOutAndGoesOnAfterwards() throws IOException {
    Socket socket = connectedTo(new Behaviours.Echo());
    InputStream in = socket.getInputStream();

    socket.setSoTimeout(SHORT_MILLIS);
    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);

    socket.setSoTimeout(LONG_MILLIS);
    socket.getOutputStream().write(Pattern.bytes(1000));
    assertThat(in.readNBytes(1000)).isEqualTo(Pattern.bytes(1000));
  }

  @Test
  default void read_insideItsTimeoutSucceedsAndSeesTheEnd() throws IOException {
    Socket socket = connectedTo(new Behaviours.Source(1000));
    socket.setSoTimeout(LONG_MILLIS);

    assertThat(socket.getInputStream().readAllBytes()).isEqualTo(Pattern.bytes(1000));
  }

  @Test
  default void close_endsAReadWithATimeout() throws IOException {
    Socket socket = connectedTo(new Behaviours.Drain());
    socket.setSoTimeout(LONG_MILLIS);
    Task<Integer> reading = Task.start(() -> socket.getInputStream().read()).awaitBlocked();

    socket.close();

    assertThatThrownBy(reading::result).isInstanceOf(SocketException.class);
  }

  @Test
  default void accept_timesOutAndGoesOnAfterwards() throws IOException {
    ServerSocket server = closing(transport().serverSocket(Transport.Setup.none()));
    server.bind(here());

    server.setSoTimeout(SHORT_MILLIS);
    assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);

    server.setSoTimeout(LONG_MILLIS);
    peerConnects((InetSocketAddress) server.getLocalSocketAddress(), new Behaviours.Source(1000));
    Socket accepted = closing(server.accept());
    assertThat(accepted.getInputStream().readAllBytes()).isEqualTo(Pattern.bytes(1000));
  }

  private Socket connectedTo(Behaviour behaviour) throws IOException {
    Socket socket = closing(transport().socket(Transport.Setup.none()));
    socket.connect(peerListens(behaviour).address(), LONG_MILLIS);
    assertThat(Nature.of(socket)).isEqualTo(nature());
    return socket;
  }
}
