package io.github.smc4j.internal.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.SocketException;
import java.nio.ByteBuffer;

/**
 * What a socket has been converted to, or will be, by a descriptor that the JDK does not know. The
 * JDK closes its own when a connect fails; this one can still tell how far the connection came. As
 * long as it is open, so is the kernel's socket.
 *
 * <p>Not thread-safe.
 */
public final class ConvertedSocket implements Closeable {
  private static final int CLOSED = -1;

  private int fd;

  ConvertedSocket(int fd) {
    this.fd = fd;
  }

  /** The number of this descriptor. */
  public int fd() {
    return fd;
  }

  /** Has the holder of {@code number} carry on with this socket. */
  void replace(int number) throws SocketException {
    Errno.check(Syscalls.dup3(fd, number), "dup3");
  }

  /** As {@link #replace}, where the holder may have set the status flags of the file. */
  public void takePlaceOf(int number) throws SocketException {
    int status = Errno.check(Syscalls.getStatus(number), "fcntl(F_GETFL)");
    Errno.check(Syscalls.setStatus(fd, status), "fcntl(F_SETFL)");
    replace(number);
  }

  /**
   * Begins to connect a socket of {@link Conversion#openIpv4()}.
   *
   * @throws IOException as the JDK does, if there is no use in waiting
   */
  public void connect(Inet4Address address, int port) throws IOException {
    int result = Syscalls.connect(fd, ByteBuffer.wrap(address.getAddress()).getInt(), port);
    if (result < 0 && !Errno.EINPROGRESS.is(result)) {
      throw ConnectFailure.of(result);
    }
  }

  /** The port that an IPv4 socket is bound to. */
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
