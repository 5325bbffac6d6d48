package io.github.smc4j.fault;

import io.github.smc4j.SmcChannels;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** How programs connect a channel. */
enum Dial {
  BLOCKING {
    @Override
    void connect(SocketChannel channel, InetSocketAddress destination) throws IOException {
      channel.connect(destination);
    }
  },
  NON_BLOCKING {
    @Override
    void connect(SocketChannel channel, InetSocketAddress destination) throws IOException {
      channel.configureBlocking(false);
      try (Selector selector = Selector.open()) {
        if (!channel.connect(destination)) {
          channel.register(selector, SelectionKey.OP_CONNECT);
          selector.select();
          channel.finishConnect();
        }
      }
      channel.configureBlocking(true);
    }
  };

  /** Connects it; it is in blocking mode before and after. */
  abstract void connect(SocketChannel channel, InetSocketAddress destination) throws IOException;

  /** Opens a channel to {@code destination}, connected. */
  SocketChannel dial(InetSocketAddress destination) throws IOException {
    SocketChannel channel = SmcChannels.openSocketChannel(destination);
    try {
      connect(channel, destination);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
