package io.github.smc4j.internal.jdk;

import java.io.FileDescriptor;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import org.jspecify.annotations.Nullable;

/** Where the JDK keeps the descriptor of a socket; -1 stands for none yet. */
final class SocketFields {
  private static final JdkField SOCKET_IMPL =
      new JdkField("java.net.Socket", "impl", SocketImpl.class);
  private static final JdkField SERVER_SOCKET_IMPL =
      new JdkField("java.net.ServerSocket", "impl", SocketImpl.class);

  /** SocksSocketImpl and the like leave the descriptor to another. */
  private static final JdkField DELEGATE =
      new JdkField("java.net.DelegatingSocketImpl", "delegate", SocketImpl.class);

  private static final JdkField DESCRIPTOR =
      new JdkField("java.net.SocketImpl", "fd", FileDescriptor.class);
  private static final JdkField NUMBER = new JdkField("java.io.FileDescriptor", "fd", int.class);

  private SocketFields() {}

  static int descriptor(Socket socket) {
    return descriptor(SOCKET_IMPL.get(socket));
  }

  static int descriptor(ServerSocket socket) {
    return descriptor(SERVER_SOCKET_IMPL.get(socket));
  }

  private static int descriptor(@Nullable Object impl) {
    Object owner = DELEGATE.isIn(impl) ? DELEGATE.get(impl) : impl;
    Object descriptor = owner == null ? null : DESCRIPTOR.get(owner);
    return descriptor == null ? -1 : NUMBER.getInt(descriptor);
  }
}
