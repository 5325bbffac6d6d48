package io.github.smc4j.internal.kernel;

import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Turns a socket into one of another type behind the JDK's back: a fresh kernel socket takes over
 * the options of the old one and then its descriptor number. Whatever holds the number carries on
 * with the new socket.
 *
 * <p>Only for sockets that are neither bound, connected nor registered with a selector: address and
 * epoll registration belong to the old kernel socket and go with it.
 *
 * @param types what to convert to, in order of preference; at least one
 * @param sendBuffer size in bytes for a socket that was given none
 * @param receiveBuffer size in bytes for a socket that was given none
 */
public record Conversion(
    List<SocketType> types, OptionalInt sendBuffer, OptionalInt receiveBuffer) {
  private static final int SOL_SOCKET = 1;
  private static final int SO_PROTOCOL = 38;
  private static final int SO_DOMAIN = 39;
  private static final int IPPROTO_TCP = 6;

  /**
   * Converts the Internet stream socket {@code fd} to the first type that the kernel grants and
   * that takes every option set so far. When this throws, the socket is as it was.
   *
   * @throws SocketException if no type could be had: the failure of the first, those of the others
   *     suppressed in it
   */
  public void convert(int fd) throws SocketException {
    convert(fd, fd);
  }

  /** Converts {@code fd} to a socket with the options of {@code model} rather than its own. */
  public void convert(int fd, int model) throws SocketException {
    int domain = socketOption(model, SO_DOMAIN);
    OptionsInUse options =
        OptionsInUse.of(model, domain)
            .orElse(SocketOption.SO_SNDBUF, sendBuffer)
            .orElse(SocketOption.SO_RCVBUF, receiveBuffer);
    @Nullable SocketException failure = null;
    for (SocketType type : types) {
      try {
        replace(fd, type, domain, options);
        return;
      } catch (SocketException e) {
        failure = firstOf(failure, e);
      }
    }
    throw Objects.requireNonNull(failure, "no socket type to convert to");
  }

  private static void replace(int fd, SocketType type, int domain, OptionsInUse options)
      throws SocketException {
    int replacement = Errno.check(type.open(domain), "socket(" + type.name() + ")");
    try {
      options.applyTo(replacement);
      Errno.check(Syscalls.replace(fd, replacement), "dup3");
    } finally {
      Errno.check(Syscalls.close(replacement), "close");
    }
  }

  /** Whether {@code fd} carries TCP: it was not converted, or it was and SMC has fallen back. */
  public static boolean isTcp(int fd) throws SocketException {
    return socketOption(fd, SO_PROTOCOL) == IPPROTO_TCP;
  }

  private static int socketOption(int fd, int option) throws SocketException {
    int[] value = new int[1];
    Errno.check(
        Syscalls.getsockopt(fd, SOL_SOCKET, option, value), "getsockopt of descriptor " + fd);
    return value[0];
  }

  private static SocketException firstOf(@Nullable SocketException first, SocketException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
