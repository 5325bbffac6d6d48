package io.github.smc4j.internal.kernel;

import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Names of the errno values that SMC sockets and netlink answer with
 * (include/uapi/asm-generic/errno*.h).
 */
public enum Errno {
  EPERM(1, "operation not permitted"),
  ENOENT(2, "no such entry"),
  EINTR(4, "interrupted"),
  EBADF(9, "bad file descriptor"),
  EAGAIN(11, "timed out"),
  ENOMEM(12, "out of memory"),
  EACCES(13, "permission denied"),
  EFAULT(14, "bad buffer"),
  EBUSY(16, "device or resource busy"),
  EINVAL(22, "invalid argument"),
  ENFILE(23, "too many open files in the system"),
  EMFILE(24, "too many open files in the process"),
  EPROTO(71, "protocol error"),
  ENOPROTOOPT(92, "no such socket option"),
  EPROTONOSUPPORT(93, "protocol not supported"),
  ESOCKTNOSUPPORT(94, "socket type not supported"),
  EOPNOTSUPP(95, "operation not supported"),
  EAFNOSUPPORT(97, "address family not supported"),
  EADDRINUSE(98, "address already in use"),
  EADDRNOTAVAIL(99, "cannot assign requested address"),
  ENETUNREACH(101, "network is unreachable"),
  ECONNRESET(104, "connection reset by peer"),
  ENOBUFS(105, "no buffer space"),
  ENOTCONN(107, "transport endpoint is not connected"),
  ETIMEDOUT(110, "connection timed out"),
  ECONNREFUSED(111, "connection refused"),
  EHOSTUNREACH(113, "no route to host"),
  EINPROGRESS(115, "operation now in progress");

  private final int number;
  private final String meaning;

  Errno(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** Whether {@code result}, the answer of a system call, reports this error. */
  public boolean is(long result) {
    return result == -number;
  }

  /** The error that {@code result} reports, if it is one of these. */
  static Optional<Errno> of(long result) {
    return Arrays.stream(values()).filter(errno -> errno.is(result)).findAny();
  }

  /** The error as the C library words it, for example {@code Connection refused}. */
  String sentence() {
    return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
  }

  /** What a system call that was refused with this error has returned. */
  int asResult() {
    return -number;
  }

  /** The error in words, for example {@code EAFNOSUPPORT (97, address family not supported)}. */
  public static String describe(long result) {
    return of(result)
        .map(errno -> errno + " (" + errno.number + ", " + errno.meaning + ")")
        .orElseGet(() -> "errno " + -result);
  }

  /** Returns {@code result}, or throws naming {@code call} when it is a negated errno. */
  public static int check(int result, String call) throws SocketException {
    return (int) check((long) result, call);
  }

  /** Returns {@code result}, or throws naming {@code call} when it is a negated errno. */
  public static long check(long result, String call) throws SocketException {
    if (result < 0) {
      throw failure(result, call);
    }
    return result;
  }

  /**
   * The exception for {@link #check} to throw; for calls whose name takes work to put together,
   * which is then done for a failure only.
   */
  public static SocketException failure(long result, String call) {
    return new SocketException(call + " failed: " + describe(result));
  }
}
