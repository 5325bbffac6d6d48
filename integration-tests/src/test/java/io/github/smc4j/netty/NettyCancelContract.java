package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Breaker;
import io.github.smc4j.contract.Task;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Connects of the epoll transport whose owner has changed his mind. */
abstract class NettyCancelContract {
  private final Loops loops = Loops.epoll(1, new SmcEpollChannelFactory());

  @Test
  void cancel_closesAChannelThatTheKernelHasConnectedMeanwhile() throws Exception {
    Dialogue dialogue = new Dialogue();
    Channel server =
        Loops.epoll()
            .server()
            .childHandler(new ChannelInboundHandlerAdapter())
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    try (SameBatch batch = new SameBatch(loops)) {
      EpollSocketChannel channel = batch.newChannel(dialogue);

      ChannelFuture connecting =
          batch.connect(
              channel,
              (InetSocketAddress) server.localAddress(),
              begun -> assertThat(cancelElsewhere(begun)).isTrue());

      assertThat(connecting.isCancelled()).isTrue();
      assertThat(channel.closeFuture().await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(channel.isOpen()).isFalse();
      assertThat(Breaker.failures()).isEmpty();
    }
    server.close().sync();
  }

  /** Not by the event loop, which would close the channel before it went on. */
  private static boolean cancelElsewhere(ChannelFuture connecting) {
    return CompletableFuture.supplyAsync(() -> connecting.cancel(false)).join();
  }
}
