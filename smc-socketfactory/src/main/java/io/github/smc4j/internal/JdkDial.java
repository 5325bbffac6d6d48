package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.jdk.DirectSockets;
import io.github.smc4j.internal.jdk.VirtualThreads;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.FreshSockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** An attempt that the JDK makes, with a socket of the family that it has opened. */
final class JdkDial extends SmcDial {
  private static final FreshSockets FRESH = new FreshSockets();

  private JdkDial(Socket socket, int descriptor, ConvertedSocket kernel) {
    super(socket, descriptor, kernel);
  }

  static SmcDial open(Conversion conversion, @Nullable Socket model) throws IOException {
    Socket socket = DirectSockets.open();
    try {
      int descriptor = descriptorOfNew(socket);
      return new JdkDial(socket, descriptor, converted(socket, descriptor, conversion, model));
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

  @Override
  void dial(InetSocketAddress destination, int timeout) throws IOException {
    if (timeout == 0 && !socket().isBound()) {
      socket().connect(destination);
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
    Socket socket = socket();
    int seconds = socket.getSoLinger();
    socket.setSoLinger(true, 0);
    socket.connect(destination, timeout);
    socket.setSoLinger(seconds >= 0, Math.max(seconds, 0));
  }

  /** Linux before 7.1 is silent about some failures unless connect has waited in the kernel. */
  @Override
  boolean isSureOfSuccess(int timeout) {
    return timeout == 0 && !VirtualThreads.isCurrent();
  }
}
