package io.github.smc4j.internal.kernel;

import java.net.SocketException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The options of a socket that somebody set: those whose values are others than a fresh TCP
 * socket's.
 */
final class OptionsInUse {
  private static final Map<Integer, Map<SocketOption, int[]>> FRESH = new ConcurrentHashMap<>();

  private final Map<SocketOption, int[]> arguments = new EnumMap<>(SocketOption.class);

  private OptionsInUse() {}

  /** Reads the options of a TCP socket of {@code domain}, AF_INET or AF_INET6. */
  static OptionsInUse of(int fd, int domain) throws SocketException {
    OptionsInUse inUse = new OptionsInUse();
    for (Map.Entry<SocketOption, int[]> fresh : fresh(domain).entrySet()) {
      SocketOption option = fresh.getKey();
      int[] value = option.get(fd);
      if (option.isInUse(fd, value, fresh.getValue())) {
        inUse.arguments.put(option, option.argumentFor(value));
      }
    }
    return inUse;
  }

  /** None. */
  static OptionsInUse none() {
    return new OptionsInUse();
  }

  /**
   * Those that IPv4 sockets have, too. To their traffic class, which JDK 17 sets for IPv6 alone,
   * corresponds IP_TOS.
   */
  OptionsInUse forIpv4() {
    OptionsInUse common = new OptionsInUse();
    common.arguments.putAll(arguments);
    int[] trafficClass = arguments.get(SocketOption.IPV6_TCLASS);
    if (trafficClass != null) {
      common.arguments.put(SocketOption.IP_TOS, trafficClass);
    }
    common.arguments.keySet().retainAll(SocketOption.of(SocketType.AF_INET));
    return common;
  }

  boolean contain(SocketOption option) {
    return arguments.containsKey(option);
  }

  void applyTo(int fd) throws SocketException {
    if (arguments.isEmpty()) {
      return; // as for nearly every connection, and an iterator takes its time
    }
    for (Map.Entry<SocketOption, int[]> entry : arguments.entrySet()) {
      entry.getKey().set(fd, entry.getValue());
    }
  }

  /**
   * The values of a socket that nobody touched; read once, because they depend on the host's
   * sysctls.
   */
  private static Map<SocketOption, int[]> fresh(int domain) throws SocketException {
    Map<SocketOption, int[]> known = FRESH.get(domain);
    if (known == null) {
      known = readFresh(domain);
      FRESH.put(domain, known);
    }
    return known;
  }

  private static Map<SocketOption, int[]> readFresh(int domain) throws SocketException {
    int fd = Errno.check(SocketType.TCP.open(domain), "socket(TCP)");
    try {
      Map<SocketOption, int[]> values = new EnumMap<>(SocketOption.class);
      for (SocketOption option : SocketOption.of(domain)) {
        values.put(option, option.get(fd));
      }
      return values;
    } finally {
      Errno.check(Syscalls.close(fd), "close");
    }
  }
}
