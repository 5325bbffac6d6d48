package io.github.smc4j.internal.jdk;

import java.io.FileDescriptor;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;

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
    return descriptor(socket, SOCKET_IMPL);
  }

  static int descriptor(ServerSocket socket) {
    return descriptor(socket, SERVER_SOCKET_IMPL);
  }

  static int number(FileDescriptor descriptor) {
    return NUMBER.getInt(descriptor);
  }

  private static int descriptor(Object socket, JdkField impl) {
    return descriptor(
        socket, impl.id(), DELEGATE.owner(), DELEGATE.id(), DESCRIPTOR.id(), NUMBER.id());
  }

  private static native int descriptor(
      Object socket, long impl, Class<?> delegating, long delegate, long fd, long number);
}
