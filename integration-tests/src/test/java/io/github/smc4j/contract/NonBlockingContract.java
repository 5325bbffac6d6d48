package io.github.smc4j.contract;

import static java.nio.channels.SelectionKey.OP_CONNECT;
import static java.nio.channels.SelectionKey.OP_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connecting, accepting and transferring without ever blocking. */
interface NonBlockingContract extends ChannelFixture {
  @Test
  default void finishConnect_completesWhatConnectBegan() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Echo());
    SocketChannel here = channelTo(listener.address());
    Selection selection = select(here, OP_CONNECT);

    if (!here.connect(listener.address())) {
      assertThat(here.isConnectionPending()).isTrue();
      assertThat(selection.await()).isEqualTo(OP_CONNECT);
    }

    assertThat(here.finishConnect()).isTrue();
    assertThat(here.isConnected()).isTrue();
    assertThat(here.getRemoteAddress()).isEqualTo(listener.address());
    assertThat(Nature.of(here)).isEqualTo(nature());
    assertThat(listener.next().protocol()).isEqualTo(nature().protocol());
  }

  @Test
  default void finishConnect_failsWhenNobodyListens() throws IOException {
    InetSocketAddress nobody = nobody();
    SocketChannel here = channelTo(nobody);
    Selection selection = select(here, OP_CONNECT);

    assertThatThrownBy(
            () -> {
              if (!here.connect(nobody)) {
                assertThat(selection.await()).isEqualTo(OP_CONNECT);
                here.finishConnect();
              }
            })
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Connection refused");
    assertThat(here.isOpen()).isFalse();
  }

  @Test
  default void connect_failsAtOnceWhenTheNetworkIsUnreachable() throws IOException {
    InetSocketAddress unreachable = new InetSocketAddress(family().unreachable(), 9);
    SocketChannel here = channelTo(unreachable);
    here.configureBlocking(false);

    assertThatThrownBy(() -> here.connect(unreachable))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("Network is unreachable");
  }

  @Test
  default void connect_staysPendingWhileNobodyAnswersAndCanBeGivenUp() throws IOException {
    FullBacklog silent = closing(new FullBacklog(family()));
    SocketChannel here = channelTo(silent.address());
    Selection selection = select(here, OP_CONNECT);

    assertThat(here.connect(silent.address())).isFalse();
    assertThat(here.finishConnect()).isFalse();
    assertThat(selection.now()).isZero();
    here.close();

    assertThat(selection.now()).isZero();
    assertThat(selection.key().isValid()).isFalse();
    assertThatThrownBy(here::finishConnect).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  default void accept_returnsNullUntilSomebodyConnects() throws IOException {
    ServerSocketChannel listening = listeningChannel();
    listening.configureBlocking(false);

    assertThat(listening.accept()).isNull();
  }

  @Test
  default void read_returnsZeroUntilSomethingComes() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Source(1000).onCue());
    Selection selection = select(dialogue.here(), OP_READ);
    ByteBuffer buffer = ByteBuffer.allocate(1000);

    assertThat(dialogue.here().read(buffer)).isZero();
    dialogue.there().cue();
    while (buffer.hasRemaining()) {
      assertThat(selection.await()).isEqualTo(OP_READ);
      assertThat(dialogue.here().read(buffer)).isPositive();
    }

    Pattern.verify(buffer.array(), 1000, 0);
    assertThat(selection.await()).isEqualTo(OP_READ);
    assertThat(dialogue.here().read(ByteBuffer.allocate(1))).isEqualTo(-1);
  }

  @Test
  default void write_takesWhatFitsAndThenNothing() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Close().onCue());
    dialogue.here().configureBlocking(false);
    ByteBuffer source = ByteBuffer.wrap(Pattern.bytes(Pattern.LONGEST));

    fill(dialogue.here(), source);

    assertThat(source.position()).isPositive();
  }

  /**
   * Writes until the channel takes no more, and none a little later either: what was sent goes on
   * to the peer's buffer, which makes room here once more.
   */
  static void fill(SocketChannel channel, ByteBuffer source) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .during(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(writeAll(channel, source)).isZero());
  }

  private static long writeAll(SocketChannel channel, ByteBuffer source) throws IOException {
    long written = 0;
    int count = channel.write(source);
    while (count > 0) {
      written += count;
      if (!source.hasRemaining()) {
        source.rewind();
      }
      count = channel.write(source);
    }
    return written;
  }
}
