package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Task;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Channels that have to run on SMC, on a host without. */
@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class NettyRequiredOnTcpIT {
  static Stream<Bootstrap> clients() {
    Settings required = Settings.global().with("smc.mode=require");
    Bootstrap nio =
        new Bootstrap()
            .group(Loops.nio(1).group())
            .channelFactory(() -> new SmcSocketChannel(new Converter(required)));
    return Stream.of(nio, Loops.epoll(1, new SmcEpollChannelFactory(required)).client());
  }

  /** As over TCP: who connects a registered channel need not close it when that fails. */
  @ParameterizedTest
  @MethodSource("clients")
  void connect_closesTheChannelThatItCannotConnect(Bootstrap client) throws Exception {
    Dialogue dialogue = new Dialogue();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Channel channel = client.handler(dialogue).register().sync().channel();

      ChannelFuture connecting = channel.connect(server.getLocalSocketAddress()).await();

      assertThat(connecting.cause())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("SMC is required by smc.mode");
      assertThat(channel.closeFuture().await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(channel.isOpen()).isFalse();
      assertThat(dialogue.activations()).isZero();
    }
  }
}
