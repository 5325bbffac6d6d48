package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closing channels that the kernel would have their event loop wait for. */
@Tag("pair")
class NettyCloseOverSmcrIT {
  private final Peer peer = RemotePeer.ofSystemProperty();

  private Peer.Listener listen(Behaviour behaviour) throws IOException {
    return peer.listen(new SmcTransport(), Family.IPV4, behaviour);
  }

  @ParameterizedTest
  @MethodSource("io.github.smc4j.netty.Loops#ofOneThreadForIpv4")
  void close_leavesTheEventLoopToOthersWhileThePeerDoesNotRead(Loops loops) throws Exception {
    try (Peer.Listener listener = listen(new Behaviours.OnCue(new Behaviours.Close()))) {
      Channel channel = connected(loops, listener);
      ChannelFuture written = writeMuch(channel);
      long socket = Syscalls.inode(descriptor(channel));

      channel.close().sync();
      channel.eventLoop().submit(() -> {}).sync();

      assertThat(SmcDiag.findListed(socket)).as("what the kernel has yet to close").isNotNull();
      assertThat(written.await().isSuccess()).isFalse();
      listener.next().cue();
    }
  }

  /** Netty's selector then has keys in its set that Netty has dealt with, and others. */
  @Test
  void close_endsTheConnectionAlsoInTheMidstOfOthersThatAreReady() throws Exception {
    Loops loops = Loops.nio(1);
    try (Peer.Listener listener = listen(new Behaviours.OnCue(new Behaviours.Close()));
        ReadyChannels others = ReadyChannels.connect(loops, 4)) {
      Channel channel = connected(loops, listener);
      ChannelFuture written = writeMuch(channel);
      CompletableFuture<ChannelFuture> closing = new CompletableFuture<>();

      others.whenTheFirstIsRead(() -> closing.complete(channel.close()));

      closing.get(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS).sync();
      assertThat(channel.isOpen()).isFalse();
      assertThat(written.await().isSuccess()).isFalse();
      others.awaitRead();
      listener.next().cue();
    }
  }

  private static Channel connected(Loops loops, Peer.Listener listener) throws Exception {
    Channel channel =
        loops.client().handler(new Dialogue()).connect(listener.address()).sync().channel();
    assertThat(Link.of(channel).kind()).isEqualTo(Link.Kind.SMC_R);
    return channel;
  }

  /** More than the peer's buffer takes, and ours. */
  private static ChannelFuture writeMuch(Channel channel) {
    ChannelFuture written = channel.writeAndFlush(Unpooled.wrappedBuffer(Pattern.bytes(8 << 20)));
    await().atMost(Task.PATIENCE).during(Duration.ofSeconds(2)).until(() -> !channel.isWritable());
    return written;
  }

  private static int descriptor(Channel channel) throws IOException {
    return channel instanceof SmcSocketChannel nio
        ? Descriptors.of(nio.jdkChannel())
        : ((UnixChannel) channel).fd().intValue();
  }
}
