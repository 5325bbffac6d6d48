package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Task;
import io.github.smc4j.internal.policy.Settings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Where SMC is required on a host that has none. */
@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class EpollRequiredSmcIT {
  @Test
  void connect_failsAndLeavesItsChannelClosed() throws Exception {
    Settings required = Settings.global().with("smc.mode=require");
    Loops loops = Loops.epoll(1, new SmcEpollChannelFactory(required));
    Dialogue dialogue = new Dialogue();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Channel channel = loops.client().handler(dialogue).register().sync().channel();

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
