package io.github.smc4j.internal.kernel;

import java.net.SocketException;

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
  ENOPROTOOPT(92, "no such socket option"),
  EPROTONOSUPPORT(93, "protocol not supported"),
  ESOCKTNOSUPPORT(94, "socket type not supported"),
  EOPNOTSUPP(95, "operation not supported"),
  EAFNOSUPPORT(97, "address family not supported"),
  ENOBUFS(105, "no buffer space"),
  ECONNREFUSED(111, "connection refused");

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

  /** The error in words, for example {@code EAFNOSUPPORT (97, address family not supported)}. */
  public static String describe(long result) {
    for (Errno errno : values()) {
      if (errno.is(result)) {
        return errno + " (" + errno.number + ", " + errno.meaning + ")";
      }
    }
    return "errno " + -result;
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
