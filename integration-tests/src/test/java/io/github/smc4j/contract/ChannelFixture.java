package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** What the contracts on channels alone have at hand besides. */
interface ChannelFixture extends Fixture {
  default SocketChannel channelTo(InetSocketAddress destination) throws IOException {
    return closing(transport().socketChannel(destination, Transport.Setup.none()));
  }

  default ServerSocketChannel listeningChannel() throws IOException {
    InetSocketAddress local = here();
    ServerSocketChannel channel =
        closing(transport().serverSocketChannel(local, Transport.Setup.none()));
    return channel.bind(local);
  }

  /** A blocking channel to a peer of that behaviour. */
  default ChannelDialogue channelDialogue(Behaviour behaviour) throws IOException {
    Peer.Listener listener = peerListens(behaviour);
    SocketChannel here = channelTo(listener.address());
    here.connect(listener.address());
    assertThat(Nature.of(here)).isEqualTo(nature());
    return new ChannelDialogue(here, listener.next());
  }

  default Selector selector() throws IOException {
    return closing(Selector.open());
  }

  /** Registers a channel, which stops blocking, with a new selector. */
  default Selection select(SelectableChannel channel, int operations) throws IOException {
    channel.configureBlocking(false);
    Selector selector = selector();
    return new Selection(selector, channel.register(selector, operations));
  }

  /** The two ends of a connection. */
  record ChannelDialogue(SocketChannel here, Peer.Conversation there) {}

  /** A selector with one key. */
  record Selection(Selector selector, SelectionKey key) {
    /** Waits until the key is ready, and leaves it unselected. */
    int await() throws IOException {
      assertThat(selector.select(Task.PATIENCE.toMillis())).as("keys ready").isEqualTo(1);
      selector.selectedKeys().clear();
      return key.readyOps();
    }

    /** Looks without waiting, and leaves the key unselected. */
    int now() throws IOException {
      int ready = selector.selectNow() == 0 ? 0 : key.readyOps();
      selector.selectedKeys().clear();
      return ready;
    }
  }
}
