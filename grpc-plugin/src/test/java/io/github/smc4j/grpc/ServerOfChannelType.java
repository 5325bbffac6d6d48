package io.github.smc4j.grpc;

import io.github.smc4j.netty.SmcServerSocketChannel;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;

/** A program that starts a server of the core's channel type, which no plug-in has a hand in. */
final class ServerOfChannelType {
  private ServerOfChannelType() {}

  @SuppressWarnings("deprecation") // the event loop group that Netty 4.1 has as well
  public static void main(String[] none) throws Exception {
    EventLoopGroup loops = new NioEventLoopGroup(1);
    try {
      NettyServerBuilder.forPort(0)
          .bossEventLoopGroup(loops)
          .workerEventLoopGroup(loops)
          .channelType(SmcServerSocketChannel.class)
          .build()
          .start();
    } finally {
      loops.shutdownGracefully().sync();
    }
  }
}
