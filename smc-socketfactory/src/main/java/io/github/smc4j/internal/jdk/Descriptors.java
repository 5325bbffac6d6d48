package io.github.smc4j.internal.jdk;

import java.io.FileDescriptor;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;

/**
 * Reads the descriptor number beneath the JDK's sockets and channels: {@code fdVal} of the NIO
 * channels, {@code SocketImpl.fd} of the sockets. The numbers stay valid until the socket is
 * closed.
 */
public final class Descriptors {
  private Descriptors() {}

  /**
   * The descriptor of a channel of the JDK's own provider.
   *
   * @throws SocketException if the channel is closed or not one of the JDK's
   */
  public static int of(NetworkChannel channel) throws SocketException {
    checkOpen(channel.isOpen(), channel);
    try {
      return ChannelFields.descriptor(channel);
    } catch (LinkageError e) {
      throw unreadable(channel, e);
    }
  }

  /**
   * The descriptor of a socket, whose kernel socket exists already.
   *
   * @throws SocketException if the socket has none, because it is closed, not created yet, or not
   *     the JDK's
   */
  public static int of(Socket socket) throws SocketException {
    if (socket instanceof DelegatingSocket delegating) {
      return of(delegating.delegate());
    }
    SocketChannel channel = socket.getChannel();
    if (channel != null) {
      return of(channel);
    }
    checkOpen(!socket.isClosed(), socket);
    return ofNew(socket);
  }

  /**
   * As {@link #of(Socket)}, of a socket that the caller has just made and nobody else knows: it is
   * the JDK's own, and open.
   */
  public static int ofNew(Socket socket) throws SocketException {
    try {
      return present(SocketFields.descriptor(socket), socket);
    } catch (LinkageError e) {
      throw unreadable(socket, e);
    }
  }

  /**
   * Whether the kernel socket exists, which the JDK makes when it is first needed: to bind, to
   * connect, to set or to tell an option.
   *
   * @throws SocketException if the socket is not the JDK's
   */
  public static boolean isCreated(Socket socket) throws SocketException {
    try {
      return SocketFields.descriptor(socket) >= 0;
    } catch (LinkageError e) {
      throw unreadable(socket, e);
    }
  }

  /**
   * The descriptor of a server socket, whose kernel socket exists already.
   *
   * @throws SocketException if the socket has none, because it is closed, not created yet, or not
   *     the JDK's
   */
  public static int of(ServerSocket socket) throws SocketException {
    if (socket.getChannel() != null) {
      return of(socket.getChannel());
    }
    checkOpen(!socket.isClosed(), socket);
    try {
      return present(SocketFields.descriptor(socket), socket);
    } catch (LinkageError e) {
      throw unreadable(socket, e);
    }
  }

  /**
   * The number that stands behind an object of the JDK's.
   *
   * @throws SocketException if this JDK keeps it elsewhere
   */
  public static int of(FileDescriptor descriptor) throws SocketException {
    try {
      return SocketFields.number(descriptor);
    } catch (LinkageError e) {
      throw unreadable(descriptor, e);
    }
  }

  /** The JDK keeps the number of a closed socket, though it may stand for something else by now. */
  private static void checkOpen(boolean open, Object socket) throws SocketException {
    if (!open) {
      throw new SocketException(socket.getClass().getName() + " is closed");
    }
  }

  private static int present(int descriptor, Object socket) throws SocketException {
    if (descriptor < 0) {
      throw new SocketException(
          socket.getClass().getName() + " has no descriptor: it is not created yet");
    }
    return descriptor;
  }

  private static SocketException unreadable(Object socket, LinkageError cause) {
    SocketException e =
        new SocketException(
            "no descriptor can be read from "
                + socket.getClass().getName()
                + ": it is not the JDK's own, or this JDK differs ("
                + cause.getMessage()
                + ")");
    e.initCause(cause);
    return e;
  }
}
