package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/** What the replacement of a socket has to be like: its domain and the options that were set. */
final class SocketModel {
  private static final int SOL_SOCKET = 1;
  private static final int SO_DOMAIN = 39;

  private final int domain;
  private final OptionsInUse options;

  private SocketModel(int domain, OptionsInUse options) {
    this.domain = domain;
    this.options = options;
  }

  /** Reads a socket, with a system call for each option that there is. */
  static SocketModel of(int fd) throws SocketException {
    int[] domain = new int[1];
    Errno.check(Syscalls.getsockopt(fd, SOL_SOCKET, SO_DOMAIN, domain), "getsockopt(SO_DOMAIN)");
    return new SocketModel(domain[0], OptionsInUse.of(fd, domain[0]));
  }

  /** AF_INET or AF_INET6. */
  int domain() {
    return domain;
  }

  OptionsInUse options() {
    return options;
  }
}
