package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Link;
import io.github.smc4j.contract.Task;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is set of a channel, its options and its address, before it is connected and after. */
abstract class NettySettingsContract {
  private final Loops loops;
  final Link.Kind kind;
  private final AtomicReference<Channel> accepted = new AtomicReference<>();

  NettySettingsContract(Loops loops, Link.Kind kind) {
    this.loops = loops;
    this.kind = kind;
  }

  private Channel listen(String host) throws Exception {
    return loops
        .server()
        .childHandler(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelActive(ChannelHandlerContext context) {
                accepted.set(context.channel());
              }
            })
        .bind(InetAddress.getByName(host), 0)
        .sync()
        .channel();
  }

  private Channel peer() {
    await().atMost(Task.PATIENCE).until(() -> accepted.get() != null);
    return accepted.get();
  }

  /** The loop has looked for data before it comes to the second task. */
  @Test
  void read_thatWasTakenBackBeforeTheConnectReadsNothing() throws Exception {
    Channel server = listen("127.0.0.1");
    AtomicInteger reads = new AtomicInteger();
    Channel channel = loops.client().handler(new Counter(reads)).register().sync().channel();
    channel
        .eventLoop()
        .submit(
            () -> {
              channel.read();
              channel.config().setAutoRead(false);
            })
        .sync();
    channel.connect(server.localAddress()).sync();
    peer().writeAndFlush(Unpooled.wrappedBuffer(new byte[1])).sync();

    channel.eventLoop().submit(() -> {}).sync();
    channel.eventLoop().submit(() -> {}).sync();
    assertThat(reads).hasValue(0);

    channel.read();
    await().atMost(Task.PATIENCE).untilAsserted(() -> assertThat(reads).hasValue(1));
    channel.close().sync();
    server.close().sync();
  }

  private static final class Counter extends SimpleChannelInboundHandler<ByteBuf> {
    private final AtomicInteger reads;

    Counter(AtomicInteger reads) {
      this.reads = reads;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf data) {
      reads.incrementAndGet();
    }
  }
}
