package io.github.smc4j.netty;

import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Task;
import io.github.smc4j.internal.kernel.Readiness;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/**
 * An event loop of one thread that meets the end of a connect in the same batch of events as
 * something to read for another channel, which comes first.
 */
final class SameBatch implements AutoCloseable {
  private final Loops loops;
  private final Channel reader;
  private final Socket writer;
  private Task.Action action = () -> {};
  private CompletableFuture<Void> done = new CompletableFuture<>();

  SameBatch(Loops loops) throws Exception {
    this.loops = loops;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      reader =
          new Bootstrap()
              .group(loops.group())
              .channel(EpollSocketChannel.class)
              .handler(new Reader())
              .connect(listener.getLocalSocketAddress())
              .sync()
              .channel();
      writer = listener.accept();
    }
  }

  private final class Reader extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object data) throws Exception {
      ReferenceCountUtil.release(data);
      action.run();
      done.complete(null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      done.completeExceptionally(cause);
    }
  }

  /**
   * Has {@code channel} connected, and {@code beforehand} done in its event loop when the kernel
   * has ended that and Netty does not know yet.
   */
  ChannelFuture connect(
      EpollSocketChannel channel, InetSocketAddress destination, During beforehand)
      throws Exception {
    CompletableFuture<Void> read = new CompletableFuture<>();
    CompletableFuture<ChannelFuture> begun = new CompletableFuture<>();
    channel
        .eventLoop()
        .submit(
            () -> {
              done = read;
              action = () -> beforehand.with(begun.join());
              writer.getOutputStream().write(1);
              begun.complete(channel.connect(destination));
              await().atMost(Task.PATIENCE).until(() -> isEnded(channel));
              return null;
            })
        .sync();
    read.get();
    return begun.join();
  }

  private static boolean isEnded(EpollSocketChannel channel) throws Exception {
    return Readiness.of(channel.fd().intValue()).isAny();
  }

  /** What is done with a connect that has not ended for Netty. */
  @FunctionalInterface
  interface During {
    void with(ChannelFuture connecting) throws Exception;
  }

  /** A channel of this event loop that is not connected. */
  EpollSocketChannel newChannel(Dialogue dialogue) throws Exception {
    return (EpollSocketChannel) loops.client().handler(dialogue).register().sync().channel();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    reader.close().syncUninterruptibly();
  }
}
