package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.jdk.DirectSockets;
import io.github.smc4j.internal.jdk.VirtualThreads;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.FreshSockets;
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
public final class SmcDial implements Closeable {
  private static final FreshSockets FRESH = new FreshSockets();

  private final Socket socket;
  private final int descriptor;
  private final ConvertedSocket kernel;
  private @Nullable IOException failure;

  private SmcDial(Socket socket, int descriptor, ConvertedSocket kernel) {
    this.socket = socket;
    this.descriptor = descriptor;
    this.kernel = kernel;
  }

  /**
   * Makes the socket for an attempt.
   *
   * @param model the socket whose options and local address it takes over, if anybody touched it
   */
  static SmcDial open(Conversion conversion, @Nullable Socket model) throws IOException {
    Socket socket = DirectSockets.open();
    try {
      createKernelSocket(socket);
      int descriptor = Descriptors.ofNew(socket);
      return new SmcDial(socket, descriptor, converted(socket, descriptor, conversion, model));
    } catch (IOException | RuntimeException | Error e) {
      socket.close();
      throw e;
    }
  }

  private static ConvertedSocket converted(
      Socket socket, int descriptor, Conversion conversion, @Nullable Socket model)
      throws IOException {
    if (model == null || !Descriptors.isCreated(model)) {
      return conversion.convert(descriptor, FRESH);
    }
    ConvertedSocket kernel = conversion.convert(descriptor, Descriptors.of(model));
    try {
      takeOver(model, socket);
      return kernel;
    } catch (IOException | RuntimeException | Error e) {
      kernel.close();
      throw e;
    }
  }

  /** What the kernel's options do not hold. */
  private static void takeOver(Socket model, Socket socket) throws IOException {
    socket.setSoTimeout(model.getSoTimeout());
    if (model.isBound()) {
      bindBeside(model, socket);
    }
  }

  /**
   * The JDK makes the kernel socket only when it is needed. Asking for an option is such a need,
   * and for this one no system call.
   */
  private static void createKernelSocket(Socket socket) throws SocketException {
    socket.getSoTimeout();
  }

  /** SO_REUSEADDR lets two sockets have one address, and nobody else can take it in between. */
  private static void bindBeside(Socket bound, Socket socket) throws IOException {
    boolean reuse = bound.getReuseAddress();
    bound.setReuseAddress(true);
    try {
      socket.setReuseAddress(true);
      socket.bind(bound.getLocalSocketAddress());
    } finally {
      bound.setReuseAddress(reuse);
    }
    socket.setReuseAddress(reuse);
  }

  /** The descriptor of {@link #socket}, until that is closed. */
  public int descriptor() {
    return descriptor;
  }

  /** The socket, which is the caller's to close. */
  public Socket socket() {
    return socket;
  }

  /**
   * Connects.
   *
   * @param timeout in milliseconds, 0 for none
   */
  public Handshake connect(InetSocketAddress destination, int timeout) {
    try {
      dial(destination, timeout);
    } catch (IOException e) {
      failure = e;
    }
    try {
      return handshake(timeout == 0 && !VirtualThreads.isCurrent());
    } catch (SocketException e) {
      return Handshake.failed("it cannot be looked at: " + e.getMessage());
    }
  }

  private Handshake handshake(boolean blocking) throws SocketException {
    return failure == null
        ? Handshake.ofDialled(kernel.fd(), blocking)
        : Handshake.ofUnconnected(kernel.fd(), String.valueOf(failure.getMessage()));
  }

  private void dial(InetSocketAddress destination, int timeout) throws IOException {
    if (timeout == 0 && !socket.isBound()) {
      socket.connect(destination);
    } else {
      dialWithoutLinger(destination, timeout);
    }
  }

  /**
   * With SO_LINGER 0 the JDK closes a socket without a shutdown, which would wait for the handshake
   * that has timed out (smc_shutdown in net/smc/af_smc.c), and the kernel ends the TCP connection
   * with a reset, which leaves a local address free for the dial over TCP.
   */
  private void dialWithoutLinger(InetSocketAddress destination, int timeout) throws IOException {
    int seconds = socket.getSoLinger();
    socket.setSoLinger(true, 0);
    socket.connect(destination, timeout);
    socket.setSoLinger(seconds >= 0, Math.max(seconds, 0));
  }

  /** What the JDK threw when it connected, or null if it did not. */
  public @Nullable IOException failure() {
    return failure;
  }

  /**
   * Whether that says what happened. Linux before 7.1 keeps some errors to itself, and the JDK then
   * finds but that the socket is not connected.
   */
  public boolean isFailureTold() {
    return failure != null && !String.valueOf(failure.getMessage()).contains("not connected");
  }

  /** Ends the look at the kernel's socket. */
  @Override
  public void close() throws SocketException {
    kernel.close();
  }
}
