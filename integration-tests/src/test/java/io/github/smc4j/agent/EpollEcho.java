package io.github.smc4j.agent;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A server and a client on Netty's native epoll transport, as any program has them. Prints the
 * server's port, what came back and whether the client keeps alive, as it has set, and ends with
 * its standard input.
 */
@SuppressWarnings("deprecation") // the event loop group that Netty 4.1 has as well
final class EpollEcho {
  private static final String WORDS = "there and back";

  private EpollEcho() {}

  public static void main(String[] arguments) throws Exception {
    EventLoopGroup loops = new EpollEventLoopGroup(2);
    Channel server = server(loops);
    InetSocketAddress address = (InetSocketAddress) server.localAddress();
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    Channel client = client(loops, address, answers);
    System.out.println(address.getPort());
    client.writeAndFlush(Unpooled.copiedBuffer(WORDS, StandardCharsets.US_ASCII)).sync();
    StringBuilder answer = new StringBuilder();
    while (answer.length() < WORDS.length()) {
      answer.append(answers.take());
    }
    System.out.println(answer + ", " + client.config().getOption(ChannelOption.SO_KEEPALIVE));
    awaitEndOfInput();
    System.exit(0);
  }

  private static Channel server(EventLoopGroup loops) throws InterruptedException {
    return new ServerBootstrap()
        .group(loops)
        .channel(EpollServerSocketChannel.class)
        .childHandler(initialized(new Echo()))
        .bind(Loopback.address(0))
        .sync()
        .channel();
  }

  private static Channel client(
      EventLoopGroup loops, InetSocketAddress server, BlockingQueue<String> answers)
      throws InterruptedException {
    return new Bootstrap()
        .group(loops)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .handler(initialized(new Answers(answers)))
        .connect(server)
        .sync()
        .channel();
  }

  private static ChannelInitializer<Channel> initialized(ChannelInboundHandlerAdapter handler) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(handler);
      }
    };
  }

  private static void awaitEndOfInput() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ChannelFuture unused = context.writeAndFlush(message);
    }
  }

  private static final class Answers extends SimpleChannelInboundHandler<ByteBuf> {
    private final BlockingQueue<String> answers;

    Answers(BlockingQueue<String> answers) {
      this.answers = answers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf message) {
      answers.add(message.toString(StandardCharsets.US_ASCII));
    }
  }
}
