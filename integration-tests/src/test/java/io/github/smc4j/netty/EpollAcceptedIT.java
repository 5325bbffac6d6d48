package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.Smc;
import io.github.smc4j.contract.LogLines;
import io.github.smc4j.fault.EchoServer;
import io.github.smc4j.fault.Reaction;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetAddress;
import java.net.SocketException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a connection for which there is no second descriptor. */
class EpollAcceptedIT {
  private static final String WARNING = "EMFILE";

  /** Classes are loaded from files. */
  @BeforeAll
  static void loadClasses() {
    assertThat(Smc.isAvailable()).isIn(true, false);
    assertThatThrownBy(() -> ConvertedSocket.duplicateOf(-1)).isInstanceOf(SocketException.class);
  }

  @Test
  void handlerAdded_leavesTheConnectionAsItIsWhereDescriptorsAreUsedUp() throws Exception {
    Dialogue dialogue = new Dialogue();
    try (EchoServer server = EchoServer.overTcp(Reaction.CLOSE);
        LogLines log = new LogLines()) {
      EpollSocketChannel channel = connected(server, dialogue);
      add(channel);
      assertThat(log.with(WARNING)).isEmpty();

      UsedUpDescriptors.during(() -> add(channel));

      assertThat(log.with(WARNING)).hasSize(1);
      assertThat(channel.pipeline().get(EpollAccepted.class)).isNull();
      dialogue.exchange(channel);
      channel.close().sync();
    }
  }

  private static EpollSocketChannel connected(EchoServer server, Dialogue dialogue)
      throws Exception {
    return (EpollSocketChannel)
        new Bootstrap()
            .group(Loops.epoll().group())
            .channel(EpollSocketChannel.class)
            .handler(dialogue)
            .connect(InetAddress.getLoopbackAddress(), server.port())
            .sync()
            .channel();
  }

  private static void add(EpollSocketChannel channel) throws Exception {
    channel
        .eventLoop()
        .submit(() -> channel.pipeline().addFirst(new EpollAccepted(channel)))
        .sync();
  }
}
