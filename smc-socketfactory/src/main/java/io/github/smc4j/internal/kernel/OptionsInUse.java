package io.github.smc4j.internal.kernel;

import java.net.SocketException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The options of a socket that somebody set: those whose values are others than a fresh TCP
 * socket's.
 */
public final class OptionsInUse {
  private static final Map<Integer, Map<SocketOption, int[]>> FRESH = new ConcurrentHashMap<>();

  private final Map<SocketOption, int[]> arguments = new EnumMap<>(SocketOption.class);

  private final int domain;

  private OptionsInUse(int domain) {
    this.domain = domain;
  }

  /** Reads the options of a TCP socket, with a system call for each that there is. */
  public static OptionsInUse of(int fd) throws SocketException {
    return of(fd, SocketType.domainOf(fd));
  }

  /** Reads the options of a TCP socket of {@code domain}, AF_INET or AF_INET6. */
  static OptionsInUse of(int fd, int domain) throws SocketException {
    OptionsInUse inUse = new OptionsInUse(domain);
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
  static OptionsInUse none(int domain) {
    return new OptionsInUse(domain);
  }

  /** AF_INET or AF_INET6. */
  public int domain() {
    return domain;
  }

  /**
   * Those of them that sockets of another domain have, too. To the traffic class of IPv6, which JDK
   * 17 sets alone, corresponds IP_TOS.
   */
  OptionsInUse forDomain(int other) {
    if (other == domain) {
      return this;
    }
    OptionsInUse common = new OptionsInUse(other);
    common.arguments.putAll(arguments);
    int[] trafficClass = arguments.get(SocketOption.IPV6_TCLASS);
    if (trafficClass != null) {
      common.arguments.put(SocketOption.IP_TOS, trafficClass);
    }
    common.arguments.keySet().retainAll(SocketOption.of(other));
    return common;
  }

  /**
   * What was set after {@code earlier} was read of the same socket, be it to what a fresh one has.
   * SO_REUSEPORT is not part of it: later than bind it has no effect, and AF_SMC refuses it.
   */
  public OptionsInUse since(OptionsInUse earlier) throws SocketException {
    OptionsInUse changes = new OptionsInUse(domain);
    for (Map.Entry<SocketOption, int[]> fresh : fresh(domain).entrySet()) {
      SocketOption option = fresh.getKey();
      int[] argument = arguments.get(option);
      if (!Arrays.equals(argument, earlier.arguments.get(option))) {
        changes.arguments.put(
            option, argument != null ? argument : option.argumentFor(fresh.getValue()));
      }
    }
    changes.arguments.remove(SocketOption.SO_REUSEPORT);
    return changes;
  }

  boolean contain(SocketOption option) {
    return arguments.containsKey(option);
  }

  /** Sets those that a socket of {@code inetDomain}, AF_INET or AF_INET6, has. */
  public void applyTo(ConvertedSocket socket, int inetDomain) throws SocketException {
    forDomain(inetDomain).applyTo(socket.fd());
  }

  /** Sets them all, of a socket of this domain. */
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
