package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.jdk.DirectSockets;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.DatagramStandIn;
import io.github.smc4j.internal.kernel.OptionsInUse;
import io.github.smc4j.internal.kernel.SocketType;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that connects an IPv4 socket without the JDK, which then gets it connected. Linux
 * before 6.14 offers SMC-R version 2 on no other (smc_find_proposal_devices in net/smc/af_smc.c),
 * and the JDK can only connect what takes IPv6 addresses.
 */
final class Ipv4Dial extends SmcDial {
  private final Ipv4Socket socket;
  private final DatagramStandIn standIn;

  private Ipv4Dial(
      Ipv4Socket socket, int descriptor, ConvertedSocket kernel, DatagramStandIn standIn) {
    super(socket, descriptor, kernel);
    this.socket = socket;
    this.standIn = standIn;
  }

  /**
   * Whether a destination is dialled like that. The JDK dials a proxy, whose address it alone
   * knows, for a socket that it has bound, and over loopback, where SMC-D takes any socket and it
   * needs fewer instructions.
   */
  static boolean isFor(InetSocketAddress destination, @Nullable Socket model) throws IOException {
    return destination.getAddress() instanceof Inet4Address address
        && !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && (model == null || !model.isBound())
        && !DirectSockets.mayHaveProxy()
        && DualStack.isPresent();
  }

  static SmcDial open(Conversion conversion, @Nullable Socket model) throws IOException {
    Ipv4Socket socket = new Ipv4Socket();
    DatagramStandIn standIn = null;
    try {
      int descriptor = descriptorOfNew(socket);
      standIn = DatagramStandIn.open(SocketType.AF_INET6);
      return new Ipv4Dial(socket, descriptor, converted(socket, conversion, model), standIn);
    } catch (IOException | RuntimeException | Error e) {
      socket.close();
      if (standIn != null) {
        standIn.close();
      }
      throw e;
    }
  }

  private static ConvertedSocket converted(
      Socket socket, Conversion conversion, @Nullable Socket model) throws IOException {
    if (model == null || !Descriptors.isCreated(model)) {
      return conversion.open(SocketType.AF_INET);
    }
    socket.setSoTimeout(model.getSoTimeout());
    return conversion.open(SocketType.AF_INET, OptionsInUse.of(Descriptors.of(model)));
  }

  @Override
  void dial(InetSocketAddress destination, int timeout) throws IOException {
    ConvertedSocket kernel = kernel();
    kernel.connect(destination);
    kernel.finishConnect(new ConnectWait(owner(), kernel.fd(), timeout).end());
    socket.become(kernel, standIn, destination);
  }

  private ConnectWait.Owner owner() {
    return new ConnectWait.Owner() {
      @Override
      public boolean isClosed() {
        return socket.isClosed();
      }

      @Override
      public void close() throws IOException {
        socket.close();
      }
    };
  }

  @Override
  boolean isSureOfSuccess(int timeout) {
    return true;
  }

  @Override
  public void close() throws SocketException {
    try (standIn) {
      super.close();
    }
  }
}
