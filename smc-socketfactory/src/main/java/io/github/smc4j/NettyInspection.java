package io.github.smc4j;

import io.netty.channel.Channel;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;

/** Finds what is beneath a Netty channel, and has to do without Netty if there is none. */
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
      return UnixInspection.of(socket, (UnixChannel) channel);
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
}
