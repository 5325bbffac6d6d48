package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Task;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Connections within this machine that one selection of their event loop finds ready together. */
final class ReadyChannels implements AutoCloseable {
  private final Loops loops;
  private final List<Channel> channels = new ArrayList<>();
  private final List<Socket> peers = new ArrayList<>();
  private final AtomicReference<Runnable> firstRead = new AtomicReference<>(() -> {});
  private final CountDownLatch unread;

  private ReadyChannels(Loops loops, int count) {
    this.loops = loops;
    this.unread = new CountDownLatch(count);
  }

  /**
   * Connects some.
   *
   * @param loops with one event loop
   */
  static ReadyChannels connect(Loops loops, int count) throws Exception {
    ReadyChannels ready = new ReadyChannels(loops, count);
    Reader reader = ready.new Reader();
    try (ServerSocket server = new ServerSocket(0, count, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < count; i++) {
        ready.channels.add(
            loops
                .client()
                .handler(reader)
                .connect(server.getLocalSocketAddress())
                .sync()
                .channel());
        ready.peers.add(server.accept());
      }
    }
    return ready;
  }

  /** Has all of them ready at once, and does something when the first of them is read. */
  void whenTheFirstIsRead(Runnable action) throws Exception {
    firstRead.set(action);
    CountDownLatch sent = new CountDownLatch(1);
    Future<?> busy =
        loops
            .group()
            .submit(
                () -> {
                  sent.await();
                  return null;
                });
    for (Socket peer : peers) {
      peer.getOutputStream().write(1);
    }
    sent.countDown();
    busy.sync();
  }

  /** Waits until all of them are read. */
  void awaitRead() throws InterruptedException {
    assertThat(unread.await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() throws IOException {
    channels.forEach(channel -> channel.close().syncUninterruptibly());
    for (Socket peer : peers) {
      peer.close();
    }
  }

  /** Of all channels. */
  @Sharable
  private final class Reader extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object data) {
      ReferenceCountUtil.release(data);
      firstRead.getAndSet(() -> {}).run();
      unread.countDown();
    }
  }
}
