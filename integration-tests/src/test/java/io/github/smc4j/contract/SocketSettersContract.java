package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** The setters that {@code java.net} sockets have had since long before socket options. */
interface SocketSettersContract extends Fixture {
  @Test
  default void socket_keepsWhatItsSettersSaidBeforeConnect() throws IOException {
    assumeFalse(nature() == Nature.MPTCP, "MPTCP refuses some, see Option.isRefusedBy");
    Peer.Listener listener = peerListens(new Behaviours.Drain());
    Socket socket = closing(transport().socket(SocketSettersContract::setAll));

    socket.connect(listener.address());

    assertThat(Nature.of(socket)).isEqualTo(nature());
    assertThat(socket.getKeepAlive()).isTrue();
    assertThat(socket.getOOBInline()).isTrue();
    assertThat(socket.getReceiveBufferSize()).isGreaterThanOrEqualTo(50_000);
    assertThat(socket.getReuseAddress()).isTrue();
    assertThat(socket.getSendBufferSize())
        .isGreaterThanOrEqualTo(nature() == Nature.SMC_D ? 1 : 50_000);
    assertThat(socket.getSoLinger()).isEqualTo(7);
    assertThat(socket.getSoTimeout()).isEqualTo(12_345);
    assertThat(socket.getTcpNoDelay()).isTrue();
    assertThat(socket.getTrafficClass()).isEqualTo(0x10);
  }

  @Test
  default void serverSocket_keepsWhatItsSettersSaidBeforeBind() throws IOException {
    ServerSocket server =
        closing(
            transport()
                .serverSocket(
                    unbound -> {
                      unbound.setPerformancePreferences(1, 2, 3);
                      unbound.setReceiveBufferSize(50_000);
                      unbound.setReuseAddress(false);
                      unbound.setSoTimeout(80_000);
                    }));

    server.bind(here());

    Peer.Conversation there =
        peerConnects((InetSocketAddress) server.getLocalSocketAddress(), new Behaviours.Drain());
    Socket accepted = closing(server.accept());
    assertThat(Nature.of(accepted)).isEqualTo(nature());
    assertThat(there.protocol()).isEqualTo(nature().protocol());
    assertThat(server.getReceiveBufferSize()).isGreaterThanOrEqualTo(50_000);
    assertThat(server.getReuseAddress()).isFalse();
    assertThat(server.getSoTimeout()).isEqualTo(80_000);
    assertThat(accepted.getReceiveBufferSize()).isGreaterThanOrEqualTo(50_000);
  }

  private static void setAll(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    socket.setOOBInline(true);
    socket.setPerformancePreferences(1, 2, 3);
    socket.setReceiveBufferSize(50_000);
    socket.setReuseAddress(true);
    socket.setSendBufferSize(50_000);
    socket.setSoLinger(true, 7);
    socket.setSoTimeout(12_345);
    socket.setTcpNoDelay(true);
    socket.setTrafficClass(0x10);
  }
}
