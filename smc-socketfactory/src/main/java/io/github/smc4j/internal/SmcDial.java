package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect over SMC, with a socket of its own: whoever makes the attempt still has
 * his own TCP socket if it fails.
 *
 * <p>For one thread, but its socket can be closed by any.
 */
public abstract sealed class SmcDial implements Closeable permits JdkDial, Ipv4Dial {
  private final Socket socket;
  private final int descriptor;
  private final ConvertedSocket kernel;
  private @Nullable IOException failure;

  /**
   * @param socket one that nobody else knows yet
   * @param kernel what it is, or will be when it is connected
   */
  SmcDial(Socket socket, int descriptor, ConvertedSocket kernel) {
    this.socket = socket;
    this.descriptor = descriptor;
    this.kernel = kernel;
  }

  /**
   * Makes the socket for an attempt.
   *
   * @param model the socket whose options and local address it takes over, if anybody touched it
   */
  static SmcDial open(Conversion conversion, @Nullable Socket model, InetSocketAddress destination)
      throws IOException {
    return Ipv4Dial.isFor(destination, model)
        ? Ipv4Dial.open(conversion, model)
        : JdkDial.open(conversion, model);
  }

  /**
   * The descriptor of a new socket. The JDK makes the kernel socket only when it is needed. Asking
   * for an option is such a need, and for this one no system call.
   */
  static int descriptorOfNew(Socket socket) throws SocketException {
    socket.getSoTimeout();
    return Descriptors.ofNew(socket);
  }

  /** The descriptor of {@link #socket}, until that is closed. */
  public final int descriptor() {
    return descriptor;
  }

  /** The socket, which is the caller's to close. */
  public final Socket socket() {
    return socket;
  }

  /** The kernel's socket, by a descriptor that the JDK does not know. */
  final ConvertedSocket kernel() {
    return kernel;
  }

  /**
   * Connects.
   *
   * @param timeout in milliseconds, 0 for none
   */
  public final Handshake connect(InetSocketAddress destination, int timeout) {
    try {
      dial(destination, timeout);
    } catch (IOException e) {
      failure = e;
    }
    try {
      return handshake(timeout);
    } catch (SocketException e) {
      return Handshake.unseen(e);
    }
  }

  private Handshake handshake(int timeout) throws SocketException {
    return failure == null
        ? Handshake.ofDialled(kernel.fd(), isSureOfSuccess(timeout))
        : Handshake.ofUnconnected(kernel.fd(), String.valueOf(failure.getMessage()));
  }

  /** Connects the socket, within {@code timeout} milliseconds unless that is 0. */
  abstract void dial(InetSocketAddress destination, int timeout) throws IOException;

  /** Whether a dial that has not failed has succeeded. */
  abstract boolean isSureOfSuccess(int timeout);

  /** Why it could not be connected, in the JDK's words, or null. */
  public final @Nullable IOException failure() {
    return failure;
  }

  /** Ends the look at the kernel's socket. */
  @Override
  public void close() throws SocketException {
    kernel.close();
  }
}
