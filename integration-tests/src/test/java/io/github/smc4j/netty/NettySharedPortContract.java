package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollChannelOption;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** SO_REUSEPORT, which servers of the epoll transport share a port among event loops with. */
abstract class NettySharedPortContract {
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
}
