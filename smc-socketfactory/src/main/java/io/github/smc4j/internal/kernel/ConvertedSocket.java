package io.github.smc4j.internal.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/**
 * What a socket has been converted to, or will be, by a descriptor that the JDK does not know. The
 * JDK closes its own when a connect fails; this one can still tell how far the connection came. As
 * long as it is open, so is the kernel's socket.
 *
 * <p>Not thread-safe.
 */
public final class ConvertedSocket implements Closeable {
  private static final int CLOSED = -1;
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_FASTOPEN_NO_COOKIE = 34;
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  /** SMC_MAX_STREAM_WAIT_TIMEOUT in net/smc/smc_close.h. */
  private static final int CLOSE_SECONDS = 2;

  private int fd;

  ConvertedSocket(int fd) {
    this.fd = fd;
  }

  /** A second descriptor of a socket that is what others are converted to. */
  public static ConvertedSocket duplicateOf(int number) throws SocketException {
    return new ConvertedSocket(Errno.check(Syscalls.duplicate(number), "fcntl(F_DUPFD_CLOEXEC)"));
  }

  /** The number of this descriptor. */
  public int fd() {
    return fd;
  }

  /** Has the holder of {@code number} carry on with this socket. */
  public void replace(int number) throws SocketException {
    Errno.check(Syscalls.dup3(fd, number), "dup3");
  }

  /** As {@link #replace}, where the holder may have set the status flags of the file. */
  public void takePlaceOf(int number) throws SocketException {
    int status = Errno.check(Syscalls.getStatus(number), "fcntl(F_GETFL)");
    Errno.check(Syscalls.setStatus(fd, status), "fcntl(F_SETFL)");
    replace(number);
  }

  /**
   * Begins to connect a socket of {@link Conversion#open}.
   *
   * @param destination of the socket's family
   * @throws IOException as the JDK does, if there is no use in waiting
   */
  public void connect(InetSocketAddress destination) throws IOException {
    boolean ipv6 = destination.getAddress() instanceof Inet6Address;
    connect(destination, ipv6 ? SocketType.AF_INET6 : SocketType.AF_INET);
  }

  /**
   * Ends what {@link #connect} began.
   *
   * @param ready what there was to wait for
   * @throws IOException as the JDK does, if it could not be connected
   */
  public void finishConnect(Readiness ready) throws IOException {
    if (!isConnected(ready)) {
      throw ConnectFailure.taken(fd);
    }
  }

  /** A TCP socket is writable when it has failed, too. */
  private boolean isConnected(Readiness ready) throws SocketException {
    return ready.writable() && (!ready.error() || SocketType.isSmc(fd));
  }

  /**
   * As {@link #connect(InetSocketAddress)}, of a socket of {@code domain}: one of AF_INET6 takes an
   * IPv4 address in its v4-mapped form.
   */
  public void connect(InetSocketAddress destination, int domain) throws IOException {
    InetAddress address = destination.getAddress();
    byte[] bytes = address.getAddress();
    if (domain == SocketType.AF_INET6 && bytes.length == IPV4_BYTES) {
      bytes = mapped(bytes);
    }
    int result = Syscalls.connect(fd, bytes, scopeOf(address), destination.getPort());
    if (result < 0 && !Errno.EINPROGRESS.is(result)) {
      throw ConnectFailure.of(result);
    }
  }

  private static byte[] mapped(byte[] ipv4) {
    byte[] mapped = new byte[IPV6_BYTES];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    System.arraycopy(ipv4, 0, mapped, 12, IPV4_BYTES);
    return mapped;
  }

  private static int scopeOf(InetAddress address) {
    return address instanceof Inet6Address ipv6 ? ipv6.getScopeId() : 0;
  }

  /**
   * Has a socket that is neither connected nor listening carry on with TCP: smc_setsockopt in
   * net/smc/af_smc.c falls back for this option, whatever its value.
   */
  public void fallBack() throws SocketException {
    Errno.check(
        Syscalls.setsockopt(fd, IPPROTO_TCP, TCP_FASTOPEN_NO_COOKIE, new int[1]),
        "setsockopt(TCP_FASTOPEN_NO_COOKIE)");
  }

  /**
   * As {@link #fallBack}, of a socket whose options somebody has set: those of the level SOL_SOCKET
   * are SMC's until it connects, and not the TCP socket's.
   */
  public void fallBackWithOptions() throws SocketException {
    OptionsInUse options = OptionsInUse.of(fd);
    fallBack();
    options.applyTo(fd);
  }

  /** Binds a socket of {@link Conversion#open} to an address of its family. */
  public void bind(InetSocketAddress local) throws SocketException {
    InetAddress address = local.getAddress();
    int result = Syscalls.bind(fd, address.getAddress(), scopeOf(address), local.getPort());
    if (result < 0) {
      throw Errno.failure(result, "bind to " + local);
    }
  }

  /** Binds a socket of {@link Conversion#open} to a port of every address of its domain. */
  public void bindToWildcard(int domain, int port) throws SocketException {
    byte[] any = new byte[domain == SocketType.AF_INET ? IPV4_BYTES : IPV6_BYTES];
    int result = Syscalls.bind(fd, any, 0, port);
    if (result < 0) {
      throw Errno.failure(result, "bind to port " + port);
    }
  }

  /** The port that the socket is bound to. */
  public int localPort() throws SocketException {
    return Errno.check(Syscalls.localPort(fd), "getsockname");
  }

  /**
   * Resets the TCP connection of a socket that has fallen back, with what was received and not
   * read; the JDK's descriptor stays open.
   */
  public void reset() throws SocketException {
    Errno.check(Syscalls.disconnect(fd), "connect(AF_UNSPEC) of descriptor " + fd);
  }

  /**
   * Closes what nobody has taken over. A connect that is under way is aborted by the kernel
   * (smc_release in net/smc/af_smc.c), which waits until a link group's first link is confirmed or
   * not; setting an option first would wait for the end of any. A connection that has fallen back
   * is reset, which frees its local address.
   */
  public void discard() throws SocketException {
    try {
      if (!SocketType.isSmc(fd)) {
        reset();
      }
    } finally {
      close();
    }
  }

  /**
   * Whether closing the last descriptor of an SMC socket has to wait until what was written has
   * left, for up to {@link #closeSeconds} (smc_close_stream_wait in net/smc/smc_close.c). Of a
   * socket that is connecting, asking waits for the end of that.
   */
  public static boolean isCloseSlow(int fd) throws SocketException {
    return Errno.check(Syscalls.unsent(fd), "ioctl(SIOCOUTQ)") > 0;
  }

  /** The seconds that closing waits at the most where {@link #isCloseSlow}. */
  public int closeSeconds() throws SocketException {
    int[] linger = SocketOption.SO_LINGER.get(fd);
    return linger[0] == 0 ? CLOSE_SECONDS : linger[1];
  }

  /** Has closing wait no longer for what was written to leave. */
  public void giveUpUnsent() throws SocketException {
    SocketOption.SO_LINGER.set(fd, 1, 0);
  }

  /** Closes this descriptor alone; again it does nothing. */
  @Override
  public void close() throws SocketException {
    if (fd != CLOSED) {
      int closing = fd;
      fd = CLOSED;
      Errno.check(Syscalls.close(closing), "close");
    }
  }
}
