package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Channels that have to run on SMC, on a host without. */
@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class NettyRequiredOnTcpIT {
  private final Converter required = new Converter(Settings.global().with("smc.mode=require"));

  /** As over TCP: who connects a registered channel need not close it when that fails. */
  @Test
  void connect_closesTheChannelThatItCannotConnect() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Channel channel =
          new Bootstrap()
              .group(Loops.nio(1).group())
              .channelFactory(() -> new SmcSocketChannel(required))
              .handler(new Dialogue())
              .register()
              .sync()
              .channel();

      ChannelFuture connecting = channel.connect(server.getLocalSocketAddress()).await();

      assertThat(connecting.cause())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("SMC is required by smc.mode");
      assertThat(channel.isOpen()).isFalse();
      channel.closeFuture().sync();
    }
  }
}
