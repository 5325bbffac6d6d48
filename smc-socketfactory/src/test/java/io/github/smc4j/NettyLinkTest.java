package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Netty's own channels, which nobody has to exchange for ours to learn what they run on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettyLinkTest {
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  @AfterAll
  void stopLoops() {
    loops.shutdownGracefully().syncUninterruptibly();
  }

  @Test
  void of_tellsTcpOfAChannelThatIsPlainTcp() throws Exception {
    Channel server = listen();
    Channel channel = connect(server);

    Link link = Link.of(channel);

    assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
    assertThat(link.sendBuffer()).isPositive();
    assertThat(link.receiveBuffer()).isPositive();
    channel.close().sync();
    server.close().sync();
  }

  @Test
  void of_refusesAChannelThatIsNotConnectedOrIsClosed() throws Exception {
    Channel server = listen();
    Channel channel = connect(server);
    channel.close().sync();

    assertThatThrownBy(() -> Link.of(channel)).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> Link.of(new NioSocketChannel()))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("not connected");
    server.close().sync();
  }

  @Test
  void of_refusesAListeningChannelAndSaysWhichToAsk() throws Exception {
    Channel server = listen();

    assertThatThrownBy(() -> Link.of(server))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("ask the ones it accepts");
    server.close().sync();
  }

  @Test
  void of_refusesAChannelThatIsNoSocket() {
    EmbeddedChannel embedded = new EmbeddedChannel();

    assertThatThrownBy(() -> Link.of(embedded))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("EmbeddedChannel has no TCP connection");
    embedded.finish();
  }

  private Channel listen() throws InterruptedException {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childHandler(new ChannelInboundHandlerAdapter())
        .bind(InetAddress.getLoopbackAddress(), 0)
        .sync()
        .channel();
  }

  private Channel connect(Channel server) throws InterruptedException {
    return new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(new ChannelInboundHandlerAdapter())
        .connect(server.localAddress())
        .sync()
        .channel();
  }
}
