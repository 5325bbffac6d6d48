package io.github.smc4j.netty;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Decides for a listening channel when it is bound, and looks at what it accepts. */
final class EpollListen extends ChannelDuplexHandler {
  private final Converter converter;
  private final EpollConversion conversion;
  private boolean converted;

  EpollListen(EpollServerSocketChannel channel, Converter converter, FreshSockets fresh) {
    this.converter = converter;
    this.conversion = new EpollConversion(channel, converter, fresh);
  }

  @Override
  public void bind(ChannelHandlerContext context, SocketAddress local, ChannelPromise promise)
      throws Exception {
    if (local instanceof InetSocketAddress address) {
      converted = conversion.listen(converter.settings().policy().listen(address));
    }
    super.bind(context, local, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    EpollSocketChannel accepted = (EpollSocketChannel) message;
    if (!converted || isUsable(accepted)) {
      context.fireChannelRead(message);
    } else {
      accepted.unsafe().closeForcibly();
    }
  }

  private static boolean isUsable(EpollSocketChannel accepted) {
    Handshake handshake =
        AcceptedConnection.handshake(accepted.fd().intValue(), accepted.remoteAddress());
    if (handshake != null && handshake.result() == Result.SMC) {
      accepted.pipeline().addLast(new EpollAccepted(accepted));
    }
    return handshake != null;
  }
}
