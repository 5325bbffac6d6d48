package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Behaviours;
import io.github.smc4j.contract.BrokenSmcr;
import io.github.smc4j.contract.Peer;
import io.github.smc4j.contract.Task;
import io.netty.channel.ChannelFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty channels whose connect waits for the first link of a link group. */
@Tag("pair")
class NettyUnconfirmedLinkIT extends BrokenSmcr {
  /** The kernel waits for the other end to confirm it, and closing would wait for that. */
  @ParameterizedTest
  @MethodSource("io.github.smc4j.netty.Loops#ofOneThreadForIpv4")
  void close_leavesTheEventLoopToOthersWhileAFirstLinkIsUnconfirmed(Loops loops) throws Exception {
    try (Peer.Listener listener = listen(new Behaviours.Echo())) {
      withFirstLinkUnconfirmed(
          () -> {
            ChannelFuture connecting =
                loops.client().handler(new Dialogue()).connect(listener.address());
            await().atMost(Task.PATIENCE).until(device::isConfirmingLink);

            connecting.channel().close().sync();
            connecting.channel().eventLoop().submit(() -> {}).sync();

            assertThat(device.isConfirmingLink()).isTrue();
          });
    }
  }
}
