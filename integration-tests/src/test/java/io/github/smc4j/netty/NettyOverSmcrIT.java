package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.FallbackCause;
import io.github.smc4j.Link;
import io.github.smc4j.contract.Behaviour;
import io.github.smc4j.contract.Behaviours;
import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Pattern;
import io.github.smc4j.contract.Peer;
import io.github.smc4j.contract.RemotePeer;
import io.github.smc4j.contract.SmcTransport;
import io.github.smc4j.contract.Task;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.netlink.SmcDiag;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Netty channels to another machine, in a JVM whose sockets are IPv6 ones. */
@Tag("pair")
class NettyOverSmcrIT {
  private final Peer peer = RemotePeer.ofSystemProperty();

  private Peer.Listener listen(Behaviour behaviour) throws IOException {
    return peer.listen(new SmcTransport(), Family.IPV4, behaviour);
  }

  @Test
  void nio_runsOnSmcr() throws Exception {
    try (Peer.Listener listener = listen(new Behaviours.Echo())) {
      Dialogue dialogue = new Dialogue();
      Channel channel =
          Loops.nio(1).client().handler(dialogue).connect(listener.address()).sync().channel();

      assertThat(Link.of(channel).kind()).isEqualTo(Link.Kind.SMC_R);
      dialogue.exchange(channel);
      channel.close().sync();
    }
  }

  /** Netty opens the IPv6 socket before it knows where to; Linux takes those since 6.14. */
  @Test
  void epoll_tellsWhyItRunsOnTcp() throws Exception {
    try (Peer.Listener listener = listen(new Behaviours.Echo())) {
      Dialogue dialogue = new Dialogue();
      Channel channel =
          Loops.epoll().client().handler(dialogue).connect(listener.address()).sync().channel();

      Link link = Link.of(channel);
      assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
      assertThat(link.peerCause()).contains(FallbackCause.of(0x03030007));
      dialogue.exchange(channel);
      channel.close().sync();
    }
  }

  @Test
  void nioClose_leavesTheEventLoopToOthersWhilePeersDoNotRead() throws Exception {
    assertLoopIsFreeDuringClose(Loops.nio(1));
  }

  @Test
  void epollClose_leavesTheEventLoopToOthersWhilePeersDoNotRead() throws Exception {
    assertLoopIsFreeDuringClose(
        Loops.epoll(1, new SmcEpollChannelFactory(StandardProtocolFamily.INET)));
  }

  private void assertLoopIsFreeDuringClose(Loops loops) throws Exception {
    try (Peer.Listener listener = listen(new Behaviours.OnCue(new Behaviours.Close()))) {
      Channel channel =
          loops.client().handler(new Dialogue()).connect(listener.address()).sync().channel();
      assertThat(Link.of(channel).kind()).isEqualTo(Link.Kind.SMC_R);
      ChannelFuture written = channel.writeAndFlush(Unpooled.wrappedBuffer(Pattern.bytes(8 << 20)));
      await()
          .atMost(Task.PATIENCE)
          .during(Duration.ofSeconds(2))
          .until(() -> !channel.isWritable());

      long socket = Syscalls.inode(descriptor(channel));

      channel.close().sync();
      channel.eventLoop().submit(() -> {}).sync();

      assertThat(SmcDiag.findListed(socket)).as("what the kernel has yet to close").isNotNull();
      assertThat(written.await().isSuccess()).isFalse();
      listener.next().cue();
    }
  }

  private static int descriptor(Channel channel) throws IOException {
    return channel instanceof SmcSocketChannel nio
        ? Descriptors.of(nio.jdkChannel())
        : ((UnixChannel) channel).fd().intValue();
  }
}
