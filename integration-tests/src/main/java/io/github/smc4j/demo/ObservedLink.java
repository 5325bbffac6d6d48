package io.github.smc4j.demo;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One socket of a process as the kernel describes it to anybody.
 *
 * @param kind what it runs on
 * @param local its own address
 * @param remote its peer's, null for a listening socket
 * @param cause why an SMC socket runs on TCP; null for one that runs on SMC or was never SMC
 */
public record ObservedLink(
    Kind kind,
    InetSocketAddress local,
    @Nullable InetSocketAddress remote,
    @Nullable String cause) {

  /** What a socket runs on. */
  public enum Kind {
    SMC_D("SMC-D"),
    SMC_R("SMC-R"),
    /** A listening SMC socket: which kind its connections get is decided one by one. */
    SMC("SMC"),
    TCP("TCP");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Whether it is not SMC, or no longer. */
  public boolean isTcp() {
    return kind == Kind.TCP;
  }

  /** Whether it is a listening socket. */
  public boolean isListening() {
    return remote == null;
  }

  /** Whether it listens on this address's port. */
  public boolean isListeningOn(InetSocketAddress address) {
    return isListening() && local.getPort() == address.getPort();
  }

  /**
   * Whether it is a connection that was made to this address. The kernel tells no addresses of
   * sockets of the family {@code IPPROTO_SMC}, so the port decides.
   */
  public boolean isConnectedTo(InetSocketAddress destination) {
    return remote != null && remote.getPort() == destination.getPort();
  }

  /** Whether it and the other are the two ends of one connection, by their ports. */
  public boolean isOtherEndOf(ObservedLink link) {
    return remote != null
        && link.remote != null
        && remote.getPort() == link.local.getPort()
        && local.getPort() == link.remote.getPort();
  }

  /** An address as the tables of sockets have it. */
  static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
