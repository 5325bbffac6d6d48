package io.github.smc4j.netty;

import static java.lang.System.Logger.Level.WARNING;

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
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private final EpollSocketChannel channel;

  EpollAccepted(EpollSocketChannel channel) {
    this.channel = channel;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    try {
      ConvertedSocket last = ConvertedSocket.duplicateOf(channel.fd().intValue());
      channel.closeFuture().addListener(closed -> SlowClose.of(last));
    } catch (SocketException e) {
      LOG.log(WARNING, "an accepted connection is one whose close may wait: " + e.getMessage(), e);
    }
    context.pipeline().remove(this);
  }
}
