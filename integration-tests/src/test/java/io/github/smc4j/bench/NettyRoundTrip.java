package io.github.smc4j.bench;

import io.github.smc4j.Link;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * 64 bytes to a server and back through Netty's pipelines. One event loop does the work of both
 * ends. Arguments: the {@link Sockets} and the {@link EventLoops}. Prints the kind of the link and
 * what a round trip takes.
 */
final class NettyRoundTrip {
  private static final int BYTES = 64;
  private static final int ROUND_TRIPS = 100;

  private NettyRoundTrip() {}

  public static void main(String[] args) throws Exception {
    Sockets sockets = Sockets.valueOf(args[0]);
    EventLoops loops = EventLoops.valueOf(args[1]);
    EventLoopGroup group = loops.group();
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channelFactory(loops.serverChannels(sockets))
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childHandler(new Echo())
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    Client client = new Client();
    Channel channel =
        new Bootstrap()
            .group(group)
            .channelFactory(loops.channels(sockets))
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .handler(client)
            .connect(server.localAddress())
            .sync()
            .channel();
    long roundTrip = Measurement.of(1, () -> client.exchange(channel)) / ROUND_TRIPS;
    System.out.println(Link.of(channel).kind() + " " + roundTrip);
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  /** Sends back what it gets. */
  @SuppressWarnings("FutureReturnValueIgnored") // the client misses what is not sent
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context.writeAndFlush(message, context.voidPromise());
    }
  }

  /** Sends again what comes back, a number of times. */
  @SuppressWarnings("FutureReturnValueIgnored") // an answer that does not come ends nothing
  private static final class Client extends ChannelInboundHandlerAdapter {
    private volatile CompletableFuture<Void> done = new CompletableFuture<>();
    private int left;
    private int missing;

    void exchange(Channel channel) throws IOException {
      done = new CompletableFuture<>();
      channel.eventLoop().execute(() -> begin(channel));
      done.join();
    }

    private void begin(Channel channel) {
      left = ROUND_TRIPS;
      missing = BYTES;
      channel.writeAndFlush(channel.alloc().directBuffer(BYTES).writeZero(BYTES));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      missing -= ((ByteBuf) message).readableBytes();
      if (missing > 0) {
        throw new IllegalStateException("a message has come in parts");
      }
      missing = BYTES;
      if (--left > 0) {
        context.writeAndFlush(message, context.voidPromise());
      } else {
        ((ByteBuf) message).release();
        done.complete(null);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      done.completeExceptionally(cause);
    }
  }
}
