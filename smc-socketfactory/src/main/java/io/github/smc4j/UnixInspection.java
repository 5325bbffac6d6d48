package io.github.smc4j;

import io.netty.channel.ChannelException;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;

/** Finds what is beneath a channel of a native transport of Netty's. */
final class UnixInspection {
  private UnixInspection() {}

  static Link of(SocketChannel channel, UnixChannel descriptor) throws IOException {
    InetSocketAddress peer = channel.remoteAddress();
    if (peer == null || !channel.isActive()) {
      throw new SocketException("no link to tell of: the channel is not connected (yet)");
    }
    try {
      return LinkInspection.of(
          descriptor.fd()::intValue,
          peer,
          channel.config().getSendBufferSize(),
          channel.config().getReceiveBufferSize());
    } catch (ChannelException e) {
      throw closed(e);
    }
  }

  /** Netty's exception of a channel that was closed meanwhile, which nobody has to reckon with. */
  private static ClosedChannelException closed(ChannelException cause) {
    ClosedChannelException closed = new ClosedChannelException();
    closed.initCause(cause);
    return closed;
  }
}
