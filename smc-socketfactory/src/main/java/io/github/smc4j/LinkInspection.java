package io.github.smc4j;

import io.github.smc4j.internal.jdk.Descriptors;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Makes sure that there is a connection to tell of, and finds its descriptor. */
final class LinkInspection {
  private LinkInspection() {}

  static Link of(Socket socket) throws IOException {
    if (socket.isClosed() || !socket.isConnected()) {
      throw new SocketException(
          "no link to tell of: the socket is " + (socket.isClosed() ? "closed" : "not connected"));
    }
    int sendBuffer = socket.getSendBufferSize();
    int receiveBuffer = socket.getReceiveBufferSize();
    return of(
        () -> descriptor(socket),
        (InetSocketAddress) socket.getRemoteSocketAddress(),
        sendBuffer,
        receiveBuffer);
  }

  static Link of(NetworkChannel channel) throws IOException {
    InetSocketAddress peer = connectedPeer(channel);
    int sendBuffer = channel.getOption(StandardSocketOptions.SO_SNDBUF);
    int receiveBuffer = channel.getOption(StandardSocketOptions.SO_RCVBUF);
    return of(() -> Descriptors.of(channel), peer, sendBuffer, receiveBuffer);
  }

  /** A descriptor that can be had where this JVM has SMC sockets. */
  @FunctionalInterface
  interface Descriptor {
    int get() throws SocketException;
  }

  /** Of a connected descriptor, as {@link KernelLink#of} takes it. */
  static Link of(Descriptor fd, InetSocketAddress peer, int sendBuffer, int receiveBuffer)
      throws IOException {
    return Smc.isAvailable()
        ? KernelLink.of(fd.get(), peer, sendBuffer, receiveBuffer)
        : withoutSmc(sendBuffer, receiveBuffer);
  }

  private static Link withoutSmc(int sendBuffer, int receiveBuffer) {
    return KernelLink.tcp(
        sendBuffer,
        receiveBuffer,
        Link.Fallback.none(
            "SMC is not available: "
                + Objects.requireNonNull(Smc.unavailabilityCause()).getMessage()));
  }

  private static InetSocketAddress connectedPeer(NetworkChannel channel) throws IOException {
    SocketAddress peer = peer(channel);
    if (peer == null) {
      throw new SocketException("no link to tell of: the channel is not connected (yet)");
    }
    if (peer instanceof InetSocketAddress address) {
      return address;
    }
    throw new SocketException("no link to tell of: " + peer + " is not an Internet address");
  }

  private static @Nullable SocketAddress peer(NetworkChannel channel) throws IOException {
    if (channel instanceof SocketChannel stream) {
      SocketAddress peer = stream.getRemoteAddress();
      return stream.isConnected() ? peer : null;
    }
    if (channel instanceof AsynchronousSocketChannel stream) {
      return stream.getRemoteAddress();
    }
    throw new SocketException(
        "no link to tell of: a "
            + channel.getClass().getName()
            + " has no connection; of a listening channel, ask the ones it accepts");
  }

  private static int descriptor(Socket socket) throws SocketException {
    try {
      return Descriptors.of(socket);
    } catch (SocketException e) {
      throw socket instanceof SSLSocket ? layered(socket, e) : e;
    }
  }

  private static SocketException layered(Socket socket, SocketException cause) {
    SocketException e =
        new SocketException(
            socket.getClass().getName()
                + " is a TLS socket layered over another: ask for the link of that one, which was"
                + " given to SSLSocketFactory.createSocket");
    e.initCause(cause);
    return e;
  }
}
