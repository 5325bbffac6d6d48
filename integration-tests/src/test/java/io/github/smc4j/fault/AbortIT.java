package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.Link;
import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.contract.Task;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A peer that closes with data unread. The kernel lets its partner read the end of the stream. */
@Tag("fault")
class AbortIT {
  private Socket connected;
  private Socket accepted;

  @BeforeEach
  void connect() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listener = new SmcServerSocketFactory().createServerSocket(0, 1, loopback)) {
      Task<Socket> accepting = Task.start(listener::accept);
      connected = new SmcSocketFactory().createSocket(loopback, listener.getLocalPort());
      accepted = accepting.result();
    }
    assertThat(Link.of(connected).kind()).isEqualTo(Link.Kind.SMC_D);
  }

  @AfterEach
  void close() throws Exception {
    connected.close();
    accepted.close();
  }

  @Test
  void connectedSocket_readsAReset() throws Exception {
    assertReadsAReset(connected, accepted);
  }

  @Test
  void acceptedSocket_readsAReset() throws Exception {
    assertReadsAReset(accepted, connected);
  }

  @Test
  void connectedSocket_readsTheEndWhenThePeerHasReadAll() throws Exception {
    assertReadsTheEnd(connected, accepted);
  }

  @Test
  void acceptedSocket_readsTheEndWhenThePeerHasReadAll() throws Exception {
    assertReadsTheEnd(accepted, connected);
  }

  private static void assertReadsAReset(Socket reader, Socket aborting) throws Exception {
    reader.getOutputStream().write(new byte[1000]);
    assertThat(aborting.getInputStream().read()).isZero();
    aborting.close();

    assertThatThrownBy(() -> reader.getInputStream().read())
        .isInstanceOf(SocketException.class)
        .hasMessage("Connection reset");
  }

  private static void assertReadsTheEnd(Socket reader, Socket closing) throws Exception {
    reader.getOutputStream().write(new byte[1000]);
    assertThat(closing.getInputStream().readNBytes(1000)).hasSize(1000);
    closing.close();

    assertThat(reader.getInputStream().read()).isEqualTo(-1);
  }
}
