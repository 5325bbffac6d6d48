package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import io.github.smc4j.netty.internal.SmcChannelOption;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmcSocketConfigTest {
  private final SocketChannel netty = new NioSocketChannel();
  private final SocketChannel ours = new SmcSocketChannel();

  @AfterEach
  void closeChannels() {
    netty.unsafe().closeForcibly();
    ours.unsafe().closeForcibly();
  }

  @Test
  void getOptions_listsWhatNettyLists() {
    assertThat(names(ours.config())).containsExactlyInAnyOrderElementsOf(names(netty.config()));
  }

  private static List<String> names(ChannelConfig config) {
    return config.getOptions().keySet().stream().map(ChannelOption::name).toList();
  }

  @Test
  void getOptions_leavesTheChannelAsItIs() {
    ours.config().setTcpNoDelay(false);

    assertThat(ours.config().getOptions()).containsEntry(ChannelOption.TCP_NODELAY, false);
    assertThat(ours.config().isTcpNoDelay()).isFalse();
  }

  @Test
  void setOptions_setsAllThatTheChannelKnows() {
    boolean all =
        ours.config()
            .setOptions(
                Map.of(
                    ChannelOption.SO_LINGER, 7,
                    ChannelOption.IP_TOS, 0x10,
                    ChannelOption.SO_BACKLOG, 5));

    assertThat(all).isFalse();
    assertThat(ours.config().getSoLinger()).isEqualTo(7);
    assertThat(ours.config().getTrafficClass()).isEqualTo(0x10);
  }

  @Test
  void options_areOnesOfTheJdksAsWell() {
    ChannelOption<Integer> trafficClass = NioChannelOption.of(StandardSocketOptions.IP_TOS);
    ChannelOption<Boolean> keepAlive = NioChannelOption.of(StandardSocketOptions.SO_KEEPALIVE);

    assertThat(ours.config().setOption(trafficClass, 0x08)).isTrue();
    assertThat(ours.config().setOption(keepAlive, true)).isTrue();

    assertThat(ours.config().getOption(trafficClass)).isEqualTo(0x08);
    assertThat(ours.config().getOption(keepAlive)).isTrue();
  }

  @Test
  void converter_decidesInPlaceOfTheJvmsSettings() throws IOException {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try (ServerSocket peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ChannelFuture connect =
          new Bootstrap()
              .group(loops)
              .channel(SmcSocketChannel.class)
              .option(
                  SmcChannelOption.CONVERTER,
                  new Converter(Settings.global().with("smc.mode=require")))
              .handler(new ChannelInboundHandlerAdapter())
              .connect(peer.getLocalSocketAddress())
              .awaitUninterruptibly();

      assertThat(connect.cause()).hasMessageContaining("SMC is required by smc.mode (argument)");
    } finally {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }
}
