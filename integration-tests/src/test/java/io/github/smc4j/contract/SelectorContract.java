package io.github.smc4j.contract;

import static java.nio.channels.SelectionKey.OP_ACCEPT;
import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

/**
 * Readiness, used in both styles: as a level, where what is left over is reported again, and as an
 * edge, where a program drains until it would block and then relies on the next report.
 */
interface SelectorContract extends ChannelFixture {
  @Test
  default void select_reportsAConnectionToAcceptUntilItIsAccepted() throws IOException {
    ServerSocketChannel listening = listeningChannel();
    Selection selection = select(listening, OP_ACCEPT);
    assertThat(selection.now()).isZero();

    Peer.Conversation there =
        peerConnects(
            (InetSocketAddress) listening.getLocalAddress(), new Behaviours.Source(1).onCue());

    assertThat(selection.await()).isEqualTo(OP_ACCEPT);
    assertThat(selection.await()).as("not accepted yet").isEqualTo(OP_ACCEPT);
    SocketChannel here = closing(listening.accept());
    assertThat(Nature.of(here)).isEqualTo(nature());
    assertThat(there.protocol()).isEqualTo(nature().protocol());
    assertThat(listening.accept()).isNull();
    assertThat(selection.now()).isZero();
  }

  @Test
  default void select_reportsUnreadDataAgain() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Echo());
    Selection selection = select(dialogue.here(), OP_READ);
    assertThat(selection.now()).isZero();

    dialogue.here().write(ByteBuffer.wrap(Pattern.bytes(3)));

    ByteBuffer buffer = ByteBuffer.allocate(1);
    for (int i = 0; i < 3; i++) {
      assertThat(selection.await()).isEqualTo(OP_READ);
      assertThat(selection.await()).as("nothing read yet").isEqualTo(OP_READ);
      assertThat(dialogue.here().read(buffer.clear())).isEqualTo(1);
    }
    assertThat(selection.now()).as("all read").isZero();
  }

  @Test
  default void select_reportsDataAfterADrain() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Echo());
    Selection selection = select(dialogue.here(), OP_READ);

    for (int round = 0; round < nature().rounds(); round++) {
      dialogue.here().write(ByteBuffer.wrap(Pattern.bytes(1000)));
      ByteBuffer buffer = ByteBuffer.allocate(2000);
      while (buffer.position() < 1000) {
        assertThat(selection.await()).isEqualTo(OP_READ);
        drain(dialogue.here(), buffer);
      }
      Pattern.verify(buffer.array(), 1000, 0);
      assertThat(selection.now()).as("drained in round %d", round).isZero();
    }
  }

  @Test
  default void select_reportsRoomToWriteAgainAfterTheBuffersWereFull() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Drain().onCue());
    Selection selection = select(dialogue.here(), OP_WRITE);
    assertThat(selection.await()).isEqualTo(OP_WRITE);
    assertThat(selection.await()).as("still room").isEqualTo(OP_WRITE);

    NonBlockingContract.fill(dialogue.here(), ByteBuffer.wrap(Pattern.bytes(Pattern.LONGEST)));
    assertThat(selection.now()).as("no room").isZero();
    dialogue.there().cue();

    assertThat(selection.await()).isEqualTo(OP_WRITE);
    assertThat(dialogue.here().write(ByteBuffer.wrap(Pattern.bytes(1)))).isEqualTo(1);
  }

  @Test
  default void select_movesTheLargestTransferBothWays() throws IOException {
    int size = largestTransfer();
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Echo());
    SocketChannel here = dialogue.here();
    Selection selection = select(here, OP_READ | OP_WRITE);
    ByteBuffer out = ByteBuffer.wrap(Pattern.bytes(size));
    ByteBuffer in = ByteBuffer.allocate(size);

    while (in.hasRemaining()) {
      int ready = selection.await();
      if ((ready & OP_WRITE) != 0) {
        here.write(out);
        if (!out.hasRemaining()) {
          selection.key().interestOps(OP_READ);
        }
      }
      if ((ready & OP_READ) != 0) {
        assertThat(here.read(in)).isPositive();
      }
    }

    Pattern.verify(in.array(), size, 0);
  }

  @Test
  default void select_reportsTheEndOfTheStream() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Close().onCue());
    Selection selection = select(dialogue.here(), OP_READ);

    dialogue.there().cue();

    assertThat(selection.await()).isEqualTo(OP_READ);
    assertThat(dialogue.here().read(ByteBuffer.allocate(1))).isEqualTo(-1);
    assertThat(selection.await()).as("the end is reported again").isEqualTo(OP_READ);
  }

  @Test
  default void select_reportsAnAbort() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.CloseUnread());
    Selection selection = select(dialogue.here(), OP_READ);

    dialogue.here().write(ByteBuffer.wrap(Pattern.bytes(1000)));

    assertThat(selection.await()).isEqualTo(OP_READ);
  }

  @Test
  default void select_seesWhatCameBeforeTheRegistration() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Source(1));
    dialogue.there().received();

    assertThat(select(dialogue.here(), OP_READ).await()).isEqualTo(OP_READ);
  }

  @Test
  default void select_returnsWhenWokenOrWhenAChannelOfItsCloses() throws Exception {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Drain());
    Selection selection = select(dialogue.here(), OP_READ);
    Task<Integer> selecting = Task.start(() -> selection.selector().select()).awaitBlocked();

    selection.selector().wakeup();

    assertThat(selecting.result()).isZero();
    dialogue.here().close();
    assertThat(selection.now()).isZero();
    assertThat(selection.selector().keys()).isEmpty();
  }

  @Test
  default void cancel_letsTheChannelBlockAgain() throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Echo());
    Selection selection = select(dialogue.here(), OP_READ);

    selection.key().cancel();
    assertThat(selection.now()).isZero();
    dialogue.here().configureBlocking(true);

    dialogue.here().write(ByteBuffer.wrap(new byte[] {42}));
    ByteBuffer buffer = ByteBuffer.allocate(1);
    assertThat(dialogue.here().read(buffer)).isEqualTo(1);
    assertThat(buffer.get(0)).isEqualTo((byte) 42);
  }

  @Test
  default void select_tellsTheReadyChannelFromTheOthers() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Echo());
    Selector selector = selector();
    SelectionKey[] keys = new SelectionKey[20];
    for (int i = 0; i < keys.length; i++) {
      SocketChannel channel = channelTo(listener.address());
      channel.connect(listener.address());
      channel.configureBlocking(false);
      keys[i] = channel.register(selector, OP_READ);
    }

    for (SelectionKey key : keys) {
      SocketChannel channel = (SocketChannel) key.channel();
      channel.write(ByteBuffer.wrap(new byte[] {42}));
      assertThat(selector.select(Task.PATIENCE.toMillis())).isEqualTo(1);
      assertThat(selector.selectedKeys()).containsExactly(key);
      selector.selectedKeys().clear();
      assertThat(channel.read(ByteBuffer.allocate(2))).isEqualTo(1);
    }
  }

  private static void drain(SocketChannel channel, ByteBuffer buffer) throws IOException {
    while (channel.read(buffer) > 0) {
      // until it would block
    }
  }
}
