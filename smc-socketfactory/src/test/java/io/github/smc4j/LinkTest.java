package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code Link} makes of plain sockets; SMC ones need a kernel that has SMC and are in the
 * integration tests.
 */
class LinkTest {
  @Test
  void of_tellsTcpOfASocketThatIsPlainTcp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      assertPlainTcp(Link.of(client), client.getSendBufferSize(), client.getReceiveBufferSize());
      assertPlainTcp(
          Link.of(accepted), accepted.getSendBufferSize(), accepted.getReceiveBufferSize());
    }
  }

  @Test
  void of_tellsTcpOfChannelsThatArePlainTcp() throws Exception {
    try (ServerSocketChannel server = listen();
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        AsynchronousSocketChannel asynchronous = AsynchronousSocketChannel.open()) {
      asynchronous.connect(server.getLocalAddress()).get();

      assertThat(Link.of(client).kind()).isEqualTo(Link.Kind.TCP);
      assertThat(Link.of(client.socket()).kind()).isEqualTo(Link.Kind.TCP);
      assertThat(Link.of(asynchronous).kind()).isEqualTo(Link.Kind.TCP);
    }
  }

  @Test
  void toString_saysWhyItIsTcpEvenIfNobodyTriedSmc() throws Exception {
    try (ServerSocketChannel server = listen();
        SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
      assertThat(Link.of(client).toString())
          .startsWith(
              Smc.isAvailable()
                  ? "TCP, opened as TCP: not by smc4j"
                  : "TCP, SMC is not available: ");
    }
  }

  @Test
  void of_refusesASocketThatIsNotConnectedOrIsClosed() throws Exception {
    Socket socket = new Socket();
    assertRefused(() -> Link.of(socket), "the socket is not connected");

    socket.close();
    assertRefused(() -> Link.of(socket), "the socket is closed");
  }

  @Test
  void of_refusesAChannelThatIsNotConnectedOrIsClosed() throws Exception {
    SocketChannel channel = SocketChannel.open();
    assertRefused(() -> Link.of(channel), "the channel is not connected (yet)");

    channel.close();
    assertThatThrownBy(() -> Link.of(channel)).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void of_refusesAnAsynchronousChannelThatIsNotConnected() throws Exception {
    try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
      assertRefused(() -> Link.of(channel), "the channel is not connected (yet)");
    }
  }

  @Test
  void of_refusesAListeningChannelAndSaysWhichToAsk() throws Exception {
    try (ServerSocketChannel server = listen()) {
      assertRefused(() -> Link.of(server), "ask the ones it accepts");
    }
  }

  @Test
  void of_refusesChannelsThatAreNoInternetStreams(@TempDir Path directory) throws Exception {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("s"));
    try (DatagramChannel datagrams = DatagramChannel.open();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      try (SocketChannel local = SocketChannel.open(address)) {
        assertRefused(() -> Link.of(datagrams), "has no connection");
        assertRefused(() -> Link.of(local), "is not an Internet address");
      }
    }
  }

  @Test
  void toString_tellsKindLinkGroupAndDevice() {
    Link link =
        new Link(
            Link.Kind.SMC_D,
            65504,
            65504,
            new Link.Carrier(0x1f0L, "loopback-ism"),
            Link.Fallback.none(null));

    assertThat(link).hasToString("SMC-D, link group 0x000001f0, device loopback-ism");
  }

  @Test
  void toString_tellsWhatThePeerReportsAndItsRemedy() {
    assertThat(fellBack(0x05000000, 0x03030008).toString())
        .isEqualTo(
            "TCP, the peer declined SMC (0x05000000), peer reports 0x03030008, the two hosts have no"
                + " UEID in common: set the same UEID on both hosts with 'smcd ueid add NAME' or"
                + " 'smcr ueid add NAME'");
  }

  @Test
  void toString_tellsALocalCauseAndItsRemedy() {
    assertThat(fellBack(0x03020000, 0).toString())
        .isEqualTo(
            "TCP, 0x03020000, IPsec protects the path, which SMC would bypass: keep TCP, it is right"
                + " here");
  }

  @Test
  void toString_tellsInWordsWhereThereIsNoCode() {
    Link link = KernelLink.tcp(1, 1, Link.Fallback.none("opened as TCP"));

    assertThat(link).hasToString("TCP, opened as TCP");
    assertThat(link.localCause()).isEmpty();
  }

  @Test
  void isSuspect_onlyIfThePeerGaveNoDiagnosis() {
    assertThat(fellBack(0x02010000, 0).isSuspect()).isTrue();
    assertThat(fellBack(0x02010000, 0x02010000).isSuspect()).isFalse();
    assertThat(fellBack(0x03010000, 0).isSuspect()).isFalse();
    assertThat(KernelLink.tcp(1, 1, Link.Fallback.none(null)).isSuspect()).isFalse();
  }

  private static Link fellBack(int reason, int peerDiagnosis) {
    return KernelLink.tcp(1, 1, new Link.Fallback(reason, peerDiagnosis, null));
  }

  private static void assertPlainTcp(Link link, int sendBuffer, int receiveBuffer) {
    assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
    assertThat(link.localCause()).isEmpty();
    assertThat(link.peerCause()).isEmpty();
    assertThat(link.device()).isEmpty();
    assertThat(link.linkGroup()).isEmpty();
    assertThat(link.isSuspect()).isFalse();
    assertThat(link.sendBuffer()).isEqualTo(sendBuffer);
    assertThat(link.receiveBuffer()).isEqualTo(receiveBuffer);
    assertThat(link.toString()).startsWith("TCP");
  }

  private interface Question {
    Link ask() throws IOException;
  }

  private static void assertRefused(Question question, String message) {
    assertThatThrownBy(question::ask)
        .isInstanceOf(SocketException.class)
        .hasMessageContaining(message);
  }

  private static ServerSocketChannel listen() throws IOException {
    return ServerSocketChannel.open()
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }
}
