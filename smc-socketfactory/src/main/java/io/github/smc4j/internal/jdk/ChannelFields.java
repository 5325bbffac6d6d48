package io.github.smc4j.internal.jdk;

import java.nio.channels.NetworkChannel;

/** Where the JDK keeps the descriptor of a channel. */
final class ChannelFields {
  private static final JdkField[] NUMBERS = {
    new JdkField("sun.nio.ch.SocketChannelImpl", "fdVal", int.class),
    new JdkField("sun.nio.ch.ServerSocketChannelImpl", "fdVal", int.class),
    new JdkField("sun.nio.ch.UnixAsynchronousSocketChannelImpl", "fdVal", int.class)
  };

  private ChannelFields() {}

  static int descriptor(NetworkChannel channel) {
    for (JdkField number : NUMBERS) {
      if (number.isIn(channel)) {
        return number.getInt(channel);
      }
    }
    throw new NoSuchFieldError("fdVal");
  }
}
