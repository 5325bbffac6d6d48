package io.github.smc4j.netty;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.contract.Task;
import io.github.smc4j.fault.BehindMiddlebox;
import io.github.smc4j.fault.EchoServer;
import io.github.smc4j.fault.Reaction;
import io.netty.channel.ChannelFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Handshakes that are under way when their event loop ends, for which nobody is to blame. */
@Tag("fault")
class NettyGivenUpIT extends BehindMiddlebox {
  /** Without any, Netty may leave channels open (confirmShutdown in SingleThreadEventExecutor). */
  private static final long QUIET = 10;

  private static final long PATIENT = Task.PATIENCE.toMillis();

  @Test
  void shutdown_ofAnEpollLoopBlamesNoDestination() throws Exception {
    Loops loops = Loops.epoll();
    try (EchoServer silent = EchoServer.overTcp(Reaction.SILENCE)) {
      ChannelFuture connecting =
          loops.client().handler(new Dialogue()).connect(middlebox.inFrontOf(silent.port()));
      await().atMost(Task.PATIENCE).until(() -> silent.proposals() == 1);

      loops.group().shutdownGracefully(QUIET, PATIENT, MILLISECONDS).sync();

      assertThat(connecting.isSuccess()).isFalse();
      assertThat(connecting.channel().isOpen()).isFalse();
      assertThat(Breaker.failures()).isEmpty();
    }
  }
}
