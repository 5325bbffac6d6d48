package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Breaker;
import io.github.smc4j.contract.Task;
import io.netty.channel.ChannelFuture;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A failure that the kernel has told somebody else, so that Netty believes in a connection. */
@Tag("lab")
class EpollSwallowedErrorIT {
  @Test
  void connect_failsAndNobodySeesAConnection() throws Exception {
    InetSocketAddress closed;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = (InetSocketAddress) listener.getLocalSocketAddress();
    }
    Dialogue dialogue = new Dialogue();
    try (SameBatch batch = new SameBatch(Loops.epoll(1, new SmcEpollChannelFactory()))) {
      EpollSocketChannel channel = batch.newChannel(dialogue);

      ChannelFuture connecting =
          batch.connect(channel, closed, begun -> assertThat(takeError(channel)).isNotZero());

      assertThat(connecting.await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(connecting.cause()).isInstanceOf(NoRouteToHostException.class);
      assertThat(channel.closeFuture().await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(dialogue.activations()).isZero();
      assertThat(Breaker.failures()).isEmpty();
    }
  }

  private static int takeError(EpollSocketChannel channel) throws Exception {
    return new Socket(channel.fd().intValue()).getSoError();
  }
}
