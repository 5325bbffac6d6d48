package io.github.smc4j.netty;

import io.github.smc4j.internal.kernel.Syscalls;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollSocketChannel;

/**
 * Has Netty close an SMC channel on another thread than its event loop. With data unsent, closing
 * waits for up to two seconds (smc_close_stream_wait in net/smc/smc_close.c), which is what
 * SO_LINGER says then, and Netty takes for its cue. Netty asks this handler for nothing else.
 */
@Sharable
final class EpollClose extends ChannelOutboundHandlerAdapter {
  static final EpollClose INSTANCE = new EpollClose();

  private static final int SECONDS = 2;

  private EpollClose() {}

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
    EpollSocketChannel channel = (EpollSocketChannel) context.channel();
    if (channel.isActive()
        && channel.config().getSoLinger() < 0
        && Syscalls.unsent(channel.fd().intValue()) > 0) {
      channel.config().setSoLinger(SECONDS);
    }
    super.close(context, promise);
  }
}
