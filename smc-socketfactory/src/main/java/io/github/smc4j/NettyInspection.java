package io.github.smc4j;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;

/** Finds what is beneath a Netty channel. No other class of this package needs Netty. */
final class NettyInspection {
  private NettyInspection() {}

  static Link of(Comparable<?> object) throws IOException {
    if (!isChannel(object)) {
      throw new IllegalArgumentException(
          object.getClass().getName()
              + " is no io.netty.channel.Channel; links are told of those, of java.net.Socket and of"
              + " java.nio.channels.NetworkChannel");
    }
    Channel channel = (Channel) object;
    if (!channel.isOpen()) {
      throw new ClosedChannelException();
    }
    if (channel instanceof AbstractNioChannel nio
        && nio.unsafe().ch() instanceof NetworkChannel jdk) {
      return LinkInspection.of(jdk);
    }
    if (channel instanceof SocketChannel socket && isUnix(channel)) {
      return of(socket, (UnixChannel) channel);
    }
    throw new SocketException(
        "no link to tell of: a "
            + channel.getClass().getName()
            + " has no TCP connection; of a listening channel, ask the ones it accepts");
  }

  private static boolean isChannel(Comparable<?> object) {
    try {
      return object instanceof Channel;
    } catch (NoClassDefFoundError e) {
      return false; // nothing is, without Netty
    }
  }

  private static boolean isUnix(Channel channel) {
    try {
      return channel instanceof UnixChannel;
    } catch (NoClassDefFoundError e) {
      return false; // nothing is, without a native transport of Netty's
    }
  }

  private static Link of(SocketChannel channel, UnixChannel descriptor) throws IOException {
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
