package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.contract.Task;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.io.File;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connects that are given up with SO_LINGER: Netty then closes the channel on another thread. */
@Tag("lab")
class NettyLingerIT {
  private static final int CLOSES = 200;

  @ParameterizedTest
  @MethodSource("io.github.smc4j.netty.Loops#ofOneThreadForIpv4")
  void close_endsEveryConnectAndBlamesNobody(Loops loops) throws Exception {
    Channel server =
        Loops.nio()
            .server()
            .childHandler(new Accepted())
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    Bootstrap client =
        loops
            .client()
            .option(ChannelOption.SO_LINGER, 1)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
    giveUp(client, server);
    int before = descriptors();

    for (int i = 0; i < CLOSES; i++) {
      giveUp(client, server);
    }

    assertThat(Breaker.failures()).isEmpty();
    await().atMost(Task.PATIENCE).until(() -> descriptors() <= before + 5);
    server.close().sync();
  }

  private static void giveUp(Bootstrap client, Channel server) throws Exception {
    Channel channel = client.clone().handler(new Dialogue()).register().sync().channel();
    ChannelFuture connecting = channel.connect(server.localAddress());
    channel.close().sync();
    assertThat(connecting.await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private static int descriptors() {
    String[] open = new File("/proc/self/fd").list();
    assertThat(open).isNotNull();
    return open.length;
  }

  /** Has nothing to do. */
  @Sharable
  private static final class Accepted extends ChannelInboundHandlerAdapter {}
}
