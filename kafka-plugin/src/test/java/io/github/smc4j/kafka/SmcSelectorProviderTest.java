package io.github.smc4j.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import org.junit.jupiter.api.Test;

class SmcSelectorProviderTest {
  @Test
  void serviceFile_makesItTheProviderOfThisJvm() {
    assertThat(SelectorProvider.provider()).isInstanceOf(SmcSelectorProvider.class);
  }

  @Test
  void otherUsersOfNio_getTheJdksOwnChannels() throws Exception {
    try (SocketChannel socket = SocketChannel.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        DatagramChannel datagram = DatagramChannel.open();
        Selector selector = Selector.open()) {
      Pipe pipe = Pipe.open();

      assertThat(socket.getClass().getName()).isEqualTo("sun.nio.ch.SocketChannelImpl");
      assertThat(server.getClass().getName()).isEqualTo("sun.nio.ch.ServerSocketChannelImpl");
      assertThat(datagram.getClass().getName()).isEqualTo("sun.nio.ch.DatagramChannelImpl");
      assertThat(selector.getClass().getName()).startsWith("sun.nio.ch.");
      assertThat(socket.provider()).isSameAs(JdkSelectorProvider.INSTANCE);
      pipe.sink().close();
      pipe.source().close();
    }
  }

  @Test
  void otherUsersOfNio_selectAndExchangeBytes() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open();
        SocketChannel client = SocketChannel.open();
        Selector selector = Selector.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client.connect(server.getLocalAddress());
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ);
      try (SocketChannel accepted = server.accept()) {
        accepted.write(ByteBuffer.wrap(new byte[] {42}));

        assertThat(selector.select(60_000)).isEqualTo(1);
        ByteBuffer received = ByteBuffer.allocate(8);
        assertThat(client.read(received)).isEqualTo(1);
        assertThat(received.get(0)).isEqualTo((byte) 42);
      }
    }
  }
}
