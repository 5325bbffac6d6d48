package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.DatagramStandIn;
import io.github.smc4j.internal.kernel.TypeOfService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;

/**
 * A socket of the JDK's with an IPv4 socket of the kernel's, in a JVM whose sockets are IPv6 ones.
 * The JDK takes it for one of these: it would connect it to an IPv6 address and set IPv6 options,
 * which the kernel refuses.
 */
final class Ipv4Socket extends Socket {
  /** Of the connection. */
  private volatile int localPort;

  Ipv4Socket() {
    super(Proxy.NO_PROXY);
  }

  /**
   * Makes this the JDK's socket of a connection. A datagram socket stands in while the JDK does
   * what it takes for connecting.
   */
  synchronized void become(
      ConvertedSocket connection, DatagramStandIn standIn, InetSocketAddress destination)
      throws IOException {
    int number = descriptor();
    standIn.takePlaceOf(number);
    connect(destination);
    connection.takePlaceOf(number);
    localPort = connection.localPort();
  }

  /** Never while the descriptor is in use here: the number may be another's afterwards. */
  @Override
  public synchronized void close() throws IOException {
    super.close();
  }

  private int descriptor() throws SocketException {
    if (isClosed()) {
      throw new SocketException("Socket closed");
    }
    return Descriptors.ofNew(this);
  }

  /** {@inheritDoc} The JDK knows the stand-in's. */
  @Override
  public int getLocalPort() {
    return isConnected() ? localPort : super.getLocalPort();
  }

  @Override
  public String toString() {
    return isConnected()
        ? "Socket[addr=" + getInetAddress() + ",port=" + getPort() + ",localport=" + localPort + "]"
        : super.toString();
  }

  @Override
  public synchronized void setTrafficClass(int trafficClass) throws SocketException {
    TypeOfService.set(descriptor(), trafficClass);
  }

  @Override
  public synchronized int getTrafficClass() throws SocketException {
    return TypeOfService.of(descriptor());
  }

  @Override
  public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
    if (name != StandardSocketOptions.IP_TOS) {
      return super.setOption(name, value);
    }
    setTrafficClass(StandardSocketOptions.IP_TOS.type().cast(value));
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    return name != StandardSocketOptions.IP_TOS
        ? super.getOption(name)
        : name.type().cast(getTrafficClass());
  }
}
