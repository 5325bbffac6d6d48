package io.github.smc4j.agent.internal;

import java.io.IOException;
import java.lang.reflect.Method;

/**
 * What the agent asks of a channel of Netty's epoll transport: {@code fd().intValue()} and {@code
 * close()}. Asked by the interfaces, which are public where classes are not.
 */
record EpollChannel(Method fd, Method intValue, Method close) {
  private static final String TRANSPORT = "epoll.";

  /**
   * How channels of a class are asked, whichever name and loader their Netty has.
   *
   * @throws IllegalStateException if that Netty is built otherwise
   */
  static EpollChannel of(Class<?> channel) {
    String name = channel.getName();
    String netty = name.substring(0, name.lastIndexOf(TRANSPORT));
    ClassLoader loader = channel.getClassLoader();
    try {
      return new EpollChannel(
          Class.forName(netty + "unix.UnixChannel", false, loader).getMethod("fd"),
          Class.forName(netty + "unix.FileDescriptor", false, loader).getMethod("intValue"),
          Class.forName(netty + "ChannelOutboundInvoker", false, loader).getMethod("close"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("channels of " + name + " are not built as smc4j knows", e);
    }
  }

  int descriptor(Object channel) throws IOException {
    try {
      return (int) intValue.invoke(fd.invoke(channel));
    } catch (ReflectiveOperationException e) {
      throw new IOException("the descriptor of " + channel + " cannot be read", e);
    }
  }

  void close(Object channel) {
    try {
      close.invoke(channel);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(channel + " cannot be closed", e);
    }
  }
}
