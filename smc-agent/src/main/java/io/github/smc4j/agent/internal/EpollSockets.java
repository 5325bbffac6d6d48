package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.HookedSockets;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/** The sockets of Netty's epoll transport, whichever name and loader that Netty has. */
final class EpollSockets {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j.netty");
  private static final String TRANSPORT = "epoll.";

  private final HookedSockets sockets;
  private final AtomicBoolean failed = new AtomicBoolean();

  private final ClassValue<Descriptor> descriptors =
      new ClassValue<>() {
        @Override
        protected Descriptor computeValue(Class<?> channel) {
          return Descriptor.in(channel);
        }
      };

  EpollSockets(HookedSockets sockets) {
    this.sockets = sockets;
  }

  /** How a channel's descriptor is read: {@code channel.fd().intValue()}. */
  private record Descriptor(Method object, Method number) {
    /** By the interfaces, which are public where classes are not. */
    static Descriptor in(Class<?> channel) {
      String name = channel.getName();
      String unix = name.substring(0, name.lastIndexOf(TRANSPORT)) + "unix.";
      ClassLoader netty = channel.getClassLoader();
      try {
        return new Descriptor(
            Class.forName(unix + "UnixChannel", false, netty).getMethod("fd"),
            Class.forName(unix + "FileDescriptor", false, netty).getMethod("intValue"));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the descriptor of " + name + " cannot be read", e);
      }
    }

    int of(Object channel) throws IOException {
      try {
        return (int) number.invoke(object.invoke(channel));
      } catch (ReflectiveOperationException e) {
        throw new IOException("the descriptor of " + channel + " cannot be read", e);
      }
    }
  }

  /** A channel that cannot be converted is one on TCP. */
  void made(Object channel) {
    try {
      sockets.made(descriptors.get(channel.getClass()).of(channel));
    } catch (IOException | IllegalStateException e) {
      LOG.log(
          failed.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
          "a channel of Netty's epoll transport stays on TCP",
          e);
    }
  }

  void beforeBind(Object channel, SocketAddress local) throws IOException {
    if (local instanceof InetSocketAddress address && isServer(channel)) {
      sockets.beforeListenOfMade(descriptors.get(channel.getClass()).of(channel), address);
    }
  }

  void beforeConnect(Object channel, SocketAddress remote) throws IOException {
    if (remote instanceof InetSocketAddress destination && !isDatagram(channel)) {
      sockets.beforeConnectOfMade(descriptors.get(channel.getClass()).of(channel), destination);
    }
  }

  private static boolean isServer(Object channel) {
    return channel.getClass().getSimpleName().equals("EpollServerSocketChannel");
  }

  private static boolean isDatagram(Object channel) {
    return !channel.getClass().getSimpleName().equals("EpollSocketChannel");
  }
}
