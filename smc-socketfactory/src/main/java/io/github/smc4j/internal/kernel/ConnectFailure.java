package io.github.smc4j.internal.kernel;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;

/** Tells why a connect failed as the JDK tells it ({@code handleSocketError} in its Net.c). */
public final class ConnectFailure {
  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;

  private ConnectFailure() {}

  /**
   * Takes the error from a socket that the kernel has given up connecting. Where it keeps that to
   * itself the socket is said not to be connected.
   */
  public static IOException taken(int fd) throws SocketException {
    int error = Syscalls.option(fd, SOL_SOCKET, SO_ERROR);
    if (error < 0) {
      throw Errno.failure(error, "getsockopt(SO_ERROR) of descriptor " + fd);
    }
    return of(error == 0 ? Errno.ENOTCONN.asResult() : -error);
  }

  /** The exception for what a system call returned. */
  static IOException of(int result) {
    return Errno.of(result)
        .map(ConnectFailure::of)
        .orElseGet(() -> new SocketException(Errno.describe(result)));
  }

  private static IOException of(Errno errno) {
    String message = errno.sentence();
    return switch (errno) {
      case ECONNREFUSED, ETIMEDOUT, ENOTCONN -> new ConnectException(message);
      case EHOSTUNREACH -> new NoRouteToHostException(message);
      case EADDRINUSE, EADDRNOTAVAIL, EACCES -> new BindException(message);
      case EPROTO -> new ProtocolException(message);
      default -> new SocketException(message);
    };
  }
}
