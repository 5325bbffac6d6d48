package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Pattern;
import io.github.smc4j.contract.Task;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What an application does at its end of a channel, and what it is told of it. */
final class Dialogue extends SimpleChannelInboundHandler<ByteBuf> {
  private static final int SIZE = 1 << 20;

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final AtomicInteger activations = new AtomicInteger();
  private volatile boolean ended;
  private volatile @Nullable Throwable failure;

  /** Sends a megabyte to an echo server, and fails at the first byte that comes back wrong. */
  void exchange(Channel channel) {
    channel.writeAndFlush(Unpooled.wrappedBuffer(Pattern.bytes(SIZE))).addListener(this::note);
    await().atMost(Task.PATIENCE).until(() -> failure != null || count() >= SIZE);
    assertThat(failure).isNull();
    byte[] echo = bytes();
    assertThat(echo).hasSize(SIZE);
    Pattern.verify(echo, SIZE, 0);
  }

  private void note(io.netty.util.concurrent.Future<?> written) {
    if (!written.isSuccess()) {
      failure = written.cause();
    }
  }

  private synchronized int count() {
    return received.size();
  }

  private synchronized byte[] bytes() {
    return received.toByteArray();
  }

  /** How often the channel became active. */
  int activations() {
    return activations.get();
  }

  /** Waits for the end of the channel; why it ended, or null if the peer closed it in order. */
  @Nullable Throwable end() {
    await().atMost(Task.PATIENCE).until(() -> ended);
    return failure;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    activations.incrementAndGet();
    context.fireChannelActive();
  }

  @Override
  protected synchronized void channelRead0(ChannelHandlerContext context, ByteBuf data) {
    byte[] bytes = new byte[data.readableBytes()];
    data.readBytes(bytes);
    received.writeBytes(bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended = true;
    context.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    failure = cause;
    context.channel().unsafe().close(context.voidPromise());
  }
}
