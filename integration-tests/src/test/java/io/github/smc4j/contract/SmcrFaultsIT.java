package io.github.smc4j.contract;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.FallbackCause;
import io.github.smc4j.Link;
import io.github.smc4j.SmcChannels;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.internal.netlink.SmcGenNetlink;
import io.github.smc4j.internal.netlink.Ueid;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of connections between two machines when SMC-R goes wrong. */
@Tag("pair")
@Timeout(value = 5, unit = MINUTES)
class SmcrFaultsIT extends BrokenSmcr {
  private static final int SIZE = 1 << 20;
  private static final int WELL_BEFORE_THE_END = 1 << 18;
  private static final Ueid OF_THE_LAB = new Ueid("SMC4J-LAB");
  private static final Ueid ANOTHER = new Ueid("ANOTHER");

  /**
   * The kernel reports the first of the causes that it meets, which with loopback-ism at both ends
   * is that they share no ISM device.
   */
  @Test
  void withoutACommonUeid_connectionsRunOnTcp() throws Exception {
    try (SmcGenNetlink smc = SmcGenNetlink.open();
        Peer.Listener echo = listen(new Behaviours.Echo())) {
      smc.addUeid(ANOTHER);
      smc.removeUeid(OF_THE_LAB);
      try {
        Link link = exchange("no common UEID", echo.address());
        assertThat(link.localCause()).contains(FallbackCause.of(0x05000000));
        assertThat(link.peerCause()).contains(FallbackCause.of(0x03030007));
        assertThat(Breaker.failures()).isEmpty();
      } finally {
        smc.addUeid(OF_THE_LAB);
        smc.removeUeid(ANOTHER);
      }
    }
  }

  @Test
  void whenTheDeviceGoesDuringTransfers_everyEndFailsAndTheNextConnectionRunsOnTcp()
      throws Exception {
    try (Peer.Listener source = listen(new Behaviours.Source(Pattern.LONGEST));
        Peer.Listener sink = listen(new Behaviours.Sink(Pattern.LONGEST));
        Peer.Listener echo = listen(new Behaviours.Echo())) {
      Task<Void> removal;
      try (Socket reading = connected(source.address());
          Socket writing = connected(sink.address())) {
        assertThat(Link.of(reading).kind()).isEqualTo(Link.Kind.SMC_R);
        assertThat(Link.of(writing).kind()).isEqualTo(Link.Kind.SMC_R);
        readPattern(reading, 0, WELL_BEFORE_THE_END);
        Task<Void> write =
            Task.run(() -> writing.getOutputStream().write(Pattern.bytes(Pattern.LONGEST)));

        removal = Task.run(device::remove);

        assertAborted(
            "the reader", () -> readPattern(reading, WELL_BEFORE_THE_END, Pattern.LONGEST));
        assertAborted("the writer", write::result);
        assertAborted("the peer's writer", () -> source.next().received());
        assertAborted("the peer's reader", () -> sink.next().received());
        Link next = exchange("device gone, the next one", echo.address());
        assertThat(next.kind()).isEqualTo(Link.Kind.TCP);
      }
      removal.result();
    }
  }

  @Test
  void whenRoceIsBlockedOneWay_theSocketRunsOnTcp() throws Exception {
    try (Peer.Listener echo = listen(new Behaviours.Echo())) {
      withFirstLinkUnconfirmed(
          () -> {
            Link link = exchange("RoCE blocked one way", echo.address());
            assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
            assertThat(Breaker.failures()).singleElement().asString().contains("0x02010000");
          });
    }
  }

  /** The peer neither reads nor closes, so what its kernel has sent is all there is. */
  @Test
  void whenRoceIsBlockedOneWay_aChannelHandsOutNothing() throws Exception {
    try (Peer.Listener idle = listen(new Behaviours.Close().onCue())) {
      withFirstLinkUnconfirmed(
          () -> {
            InetSocketAddress destination = idle.address();
            try (SocketChannel channel = SmcChannels.openSocketChannel(destination)) {
              long start = System.nanoTime();
              channel.connect(destination);
              await().until(() -> !Breaker.failures().isEmpty());
              assertThat(bytesOf(channel)).isZero();
              tell("RoCE blocked one way, channel", start);
            }
          });
    }
  }

  private static int bytesOf(SocketChannel channel) {
    try {
      return Math.max(0, channel.read(ByteBuffer.allocate(100)));
    } catch (IOException ended) {
      return 0;
    }
  }

  @Test
  void whenTheDeviceGoesDuringTheHandshake_theSocketRunsOnTcp() throws Exception {
    try (Peer.Listener echo = listen(new Behaviours.Echo())) {
      withFirstLinkUnconfirmed(
          () -> {
            Task<Link> exchanging =
                Task.start(() -> exchange("device gone in the handshake", echo.address()));
            await().atMost(Task.PATIENCE).until(device::isConfirmingLink);

            device.remove();

            assertThat(exchanging.result().kind()).isEqualTo(Link.Kind.TCP);
            assertThat(Breaker.failures()).singleElement().asString().contains("0x02010000");
          });
    }
  }

  private static Socket connected(InetSocketAddress destination) throws IOException {
    Socket socket = new SmcSocketFactory().createSocket();
    socket.connect(destination);
    return socket;
  }

  private static void assertAborted(String end, Task.Action action) {
    long start = System.nanoTime();
    assertThatThrownBy(action::run)
        .as(end)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(EOFException.class)
        .satisfies(e -> tell("device gone, " + end + " sees " + e, start));
  }

  private static Link exchange(String fault, InetSocketAddress destination) throws Exception {
    long start = System.nanoTime();
    try (Socket socket = connected(destination)) {
      Link link = Link.of(socket);
      tell(fault + ", connected: " + link, start);
      Task<Void> sending = Task.run(() -> socket.getOutputStream().write(Pattern.bytes(SIZE)));
      readPattern(socket, 0, SIZE);
      sending.result();
      tell(fault + ", exchanged", start);
      return link;
    }
  }

  private static void readPattern(Socket socket, int from, int to) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[1 << 16];
    int position = from;
    while (position < to) {
      int count = in.read(bytes, 0, Math.min(bytes.length, to - position));
      if (count < 0) {
        throw new EOFException("end of stream after " + position + " bytes");
      }
      Pattern.verify(bytes, count, position);
      position += count;
    }
  }

  private static void tell(String what, long start) {
    System.out.printf("fault: %s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
