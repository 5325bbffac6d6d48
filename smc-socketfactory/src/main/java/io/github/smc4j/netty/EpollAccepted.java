package io.github.smc4j.netty;

import io.github.smc4j.internal.SlowClose;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.SocketException;

/**
 * Has an accepted SMC connection closed without keeping its event loop waiting, from when it is
 * registered: a channel that is closed before does not tell. Then it leaves the pipeline.
 */
final class EpollAccepted extends ChannelHandlerAdapter {
  private final EpollSocketChannel channel;

  EpollAccepted(EpollSocketChannel channel) {
    this.channel = channel;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) throws SocketException {
    ConvertedSocket last = ConvertedSocket.duplicateOf(channel.fd().intValue());
    channel.closeFuture().addListener(closed -> SlowClose.of(last));
    context.pipeline().remove(this);
  }
}
