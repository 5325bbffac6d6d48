package io.github.smc4j.internal.kernel;

import java.net.SocketException;
import java.util.Arrays;
import java.util.List;

/** The options that the JDK or Netty can set on a TCP socket, and that a replacement takes over. */
enum SocketOption {
  SO_REUSEADDR(Level.SOCKET, 2),
  SO_SNDBUF(Level.SOCKET, 7, 1) {
    @Override
    boolean isInUse(int fd, int[] value, int[] fresh) throws SocketException {
      return isSizeLocked(fd, 1, value, fresh);
    }

    @Override
    int[] argumentFor(int[] value) {
      return half(value);
    }
  },
  SO_RCVBUF(Level.SOCKET, 8, 1) {
    @Override
    boolean isInUse(int fd, int[] value, int[] fresh) throws SocketException {
      return isSizeLocked(fd, 2, value, fresh);
    }

    @Override
    int[] argumentFor(int[] value) {
      return half(value);
    }
  },
  SO_KEEPALIVE(Level.SOCKET, 9),
  SO_OOBINLINE(Level.SOCKET, 10),
  SO_LINGER(Level.SOCKET, 13, 2),
  SO_REUSEPORT(Level.SOCKET, 15),
  TCP_NODELAY(Level.TCP, 1),
  TCP_KEEPIDLE(Level.TCP, 4),
  TCP_KEEPINTVL(Level.TCP, 5),
  TCP_KEEPCNT(Level.TCP, 6),
  TCP_QUICKACK(Level.TCP, 12),
  TCP_USER_TIMEOUT(Level.TCP, 18),
  IP_TOS(Level.IP, 1),
  IPV6_V6ONLY(Level.IPV6, 26),
  IPV6_TCLASS(Level.IPV6, 67);

  private static final List<SocketOption> IPV6 = List.of(values());
  private static final List<SocketOption> IPV4 =
      Arrays.stream(values()).filter(option -> option.level != Level.IPV6).toList();

  private final Level level;
  private final int number;
  private final int ints;

  SocketOption(Level level, int number) {
    this(level, number, 1);
  }

  SocketOption(Level level, int number, int ints) {
    this.level = level;
    this.number = number;
    this.ints = ints;
  }

  /** The options of sockets of a domain, AF_INET or AF_INET6. */
  static List<SocketOption> of(int inetDomain) {
    return inetDomain == SocketType.AF_INET6 ? IPV6 : IPV4;
  }

  int[] get(int fd) throws SocketException {
    int[] value = new int[ints];
    int result = read(fd, level, number, value);
    if (result < 0) {
      throw Errno.failure(result, "getsockopt(" + name() + ")");
    }
    return value;
  }

  void set(int fd, int... argument) throws SocketException {
    int result = write(fd, level, number, argument);
    if (result < 0) {
      throw Errno.failure(result, "setsockopt(" + name() + ", " + Arrays.toString(argument) + ")");
    }
  }

  /**
   * Whether the {@code value} of {@code fd} was set, where a socket that nobody touched has {@code
   * fresh}.
   */
  boolean isInUse(int fd, int[] value, int[] fresh) throws SocketException {
    return !Arrays.equals(value, fresh);
  }

  /** What to set for {@link #get} to return {@code value}. */
  int[] argumentFor(int[] value) {
    return value;
  }

  /**
   * A buffer size that nobody set must not be taken over, because SMC's defaults are others than
   * TCP's. Since Linux 5.14 SO_BUF_LOCK tells; before, only a size other than the default does.
   */
  private static boolean isSizeLocked(int fd, int lock, int[] value, int[] fresh)
      throws SocketException {
    int[] locks = new int[1];
    int result = read(fd, Level.SOCKET, SO_BUF_LOCK, locks);
    if (Errno.ENOPROTOOPT.is(result)) {
      return !Arrays.equals(value, fresh);
    }
    Errno.check(result, "getsockopt(SO_BUF_LOCK)");
    return (locks[0] & lock) != 0;
  }

  /** The kernel reports twice the size that was set (sock_setsockopt in net/core/sock.c). */
  private static int[] half(int[] value) {
    return new int[] {value[0] / 2};
  }

  private static final int SO_BUF_LOCK = 72;

  private static int read(int fd, Level level, int number, int[] value) {
    return Syscalls.getsockopt(fd, level.number, number, value);
  }

  private static int write(int fd, Level level, int number, int[] value) {
    return Syscalls.setsockopt(fd, level.number, number, value);
  }

  private enum Level {
    IP(0),
    SOCKET(1),
    TCP(6),
    IPV6(41);

    private final int number;

    Level(int number) {
      this.number = number;
    }
  }
}
