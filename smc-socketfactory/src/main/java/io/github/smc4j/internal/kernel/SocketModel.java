package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/**
 * What the replacement of a socket has to be like.
 *
 * @param domain AF_INET or AF_INET6
 * @param status the flags of the file, O_NONBLOCK among them, which no dup3 carries over
 * @param options those that were set
 */
record SocketModel(int domain, int status, OptionsInUse options) {
  private static final int O_RDWR = 2;
  private static final int O_NONBLOCK = 0x800;

  /** Of a socket that does not block and has no options set. */
  static SocketModel nonBlocking(int domain) {
    return nonBlocking(domain, OptionsInUse.none(domain));
  }

  /** Of a socket that does not block and has those of the options that its domain has. */
  static SocketModel nonBlocking(int domain, OptionsInUse options) {
    return new SocketModel(domain, O_RDWR | O_NONBLOCK, options.forDomain(domain));
  }

  /** Reads a socket, with a system call for each option that there is. */
  static SocketModel of(int fd) throws SocketException {
    int domain = SocketType.domainOf(fd);
    int status = Errno.check(Syscalls.getStatus(fd), "fcntl(F_GETFL)");
    return new SocketModel(domain, status, OptionsInUse.of(fd, domain));
  }

  /** Makes {@code fd}, a fresh socket of this domain, like this. */
  void applyTo(int fd) throws SocketException {
    if (status != O_RDWR) {
      Errno.check(Syscalls.setStatus(fd, status), "fcntl(F_SETFL)");
    }
    options.applyTo(fd);
  }
}
