package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** SO_REUSEPORT, which servers of the epoll transport share a port among event loops with. */
abstract class NettySharedPortContract {
  /** Netty has a name for it with servers only. */
  private static final IntegerUnixChannelOption SO_REUSEPORT =
      new IntegerUnixChannelOption("SO_REUSEPORT", 1, 15);

  private final Loops loops = Loops.epoll();
  private final Link.Kind kind;

  NettySharedPortContract(Link.Kind kind) {
    this.kind = kind;
  }

  @Test
  void bind_sharesAPortAmongServers() throws Exception {
    ServerBootstrap servers =
        loops
            .server()
            .option(EpollChannelOption.SO_REUSEPORT, true)
            .childHandler(new ChannelInboundHandlerAdapter());
    Channel first = servers.bind(InetAddress.getLoopbackAddress(), 0).sync().channel();
    Channel second = servers.bind(first.localAddress()).sync().channel();

    Channel client =
        loops.client().handler(new Dialogue()).connect(first.localAddress()).sync().channel();

    assertThat(Link.of(client).kind()).isEqualTo(kind);
    client.close().sync();
    second.close().sync();
    first.close().sync();
  }

  @Test
  void connect_sharesALocalPort() throws Exception {
    Channel server =
        loops
            .server()
            .childHandler(new ChannelInboundHandlerAdapter())
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    Channel one = boundTo(0);
    Channel other = boundTo(((InetSocketAddress) one.localAddress()).getPort());

    one.connect(server.localAddress()).sync();

    assertThat(Link.of(one).kind()).isEqualTo(kind);
    other.close().sync();
    one.close().sync();
    server.close().sync();
  }

  private Channel boundTo(int port) throws Exception {
    return loops
        .client()
        .option(SO_REUSEPORT, 1)
        .handler(new Dialogue())
        .bind(InetAddress.getLoopbackAddress(), port)
        .sync()
        .channel();
  }
}
