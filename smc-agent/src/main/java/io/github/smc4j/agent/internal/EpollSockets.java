package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.EarlySockets;
import io.github.smc4j.internal.Log;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/** The sockets of Netty's epoll transport, whichever name and loader that Netty has. */
final class EpollSockets {
  private final EarlySockets sockets;
  private final AtomicBoolean failed = new AtomicBoolean();

  private final ClassValue<EpollChannel> kinds =
      new ClassValue<>() {
        @Override
        protected EpollChannel computeValue(Class<?> channel) {
          return EpollChannel.of(channel);
        }
      };

  EpollSockets(EarlySockets sockets) {
    this.sockets = sockets;
  }

  /** A channel that cannot be converted is one on TCP. */
  void made(Object channel) {
    try {
      sockets.made(descriptor(channel));
    } catch (IOException | IllegalStateException e) {
      Log.get()
          .log(
              failed.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
              "a channel of Netty's epoll transport stays on TCP",
              e);
    }
  }

  void beforeBind(Object channel, SocketAddress local) throws IOException {
    if (local instanceof InetSocketAddress address && isServer(channel)) {
      sockets.beforeListen(descriptor(channel), address);
    }
  }

  void beforeConnect(Object channel, SocketAddress remote) throws IOException {
    if (remote instanceof InetSocketAddress destination && isClient(channel)) {
      EpollChannel kind = kinds.get(channel.getClass());
      sockets.beforeConnect(kind.descriptor(channel), destination, () -> kind.close(channel));
    }
  }

  private int descriptor(Object channel) throws IOException {
    return kinds.get(channel.getClass()).descriptor(channel);
  }

  private static boolean isServer(Object channel) {
    return channel.getClass().getSimpleName().equals("EpollServerSocketChannel");
  }

  private static boolean isClient(Object channel) {
    return channel.getClass().getSimpleName().equals("EpollSocketChannel");
  }
}
