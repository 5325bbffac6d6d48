package io.github.smc4j;

import io.github.smc4j.internal.FailedDestinations;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.netlink.SmcDiag;
import io.github.smc4j.internal.netlink.SmcDiagSocket;
import io.github.smc4j.internal.netlink.SmcMode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;

/**
 * What the kernel tells of a connected descriptor: its protocol, then its entry in the list of SMC
 * sockets.
 */
final class KernelLink {
  private static final int SOL_SOCKET = 1;
  private static final int SO_SNDBUF = 7;
  private static final int SO_RCVBUF = 8;

  private KernelLink() {}

  /**
   * @param peer the other end of the connection
   */
  static Link of(int fd, InetSocketAddress peer) throws IOException {
    return of(fd, peer, buffer(fd, SO_SNDBUF), buffer(fd, SO_RCVBUF));
  }

  private static int buffer(int fd, int option) throws SocketException {
    return Errno.check(Syscalls.option(fd, SOL_SOCKET, option), "getsockopt of descriptor " + fd);
  }

  /**
   * @param peer the other end of the connection
   * @param sendBuffer what SO_SNDBUF says of the descriptor, in bytes
   * @param receiveBuffer what SO_RCVBUF says of the descriptor, in bytes
   */
  static Link of(int fd, InetSocketAddress peer, int sendBuffer, int receiveBuffer)
      throws IOException {
    long inode = Errno.check(Syscalls.inode(fd), "fstat of descriptor " + fd);
    if (!SocketType.isSmc(fd)) {
      return tcp(sendBuffer, receiveBuffer, fallback(inode, peer));
    }
    SmcDiagSocket socket = find(inode);
    return socket.mode() == SmcMode.TCP
        ? tcp(sendBuffer, receiveBuffer, fallback(socket))
        : smc(socket);
  }

  static Link tcp(int sendBuffer, int receiveBuffer, Link.Fallback fallback) {
    return new Link(Link.Kind.TCP, sendBuffer, receiveBuffer, Link.Carrier.UNKNOWN, fallback);
  }

  /** A socket that fell back stays in the list; one that was TCP from the start is not in it. */
  private static Link.Fallback fallback(long inode, InetSocketAddress peer) {
    try {
      SmcDiagSocket socket = SmcDiag.find(inode);
      return socket == null ? Link.Fallback.none(whyTcp(peer)) : fallback(socket);
    } catch (IOException e) {
      return Link.Fallback.none("whether and why SMC was given up is unknown: " + e.getMessage());
    }
  }

  private static String whyTcp(InetSocketAddress peer) {
    String failure = FailedDestinations.JVM.causeOf(peer);
    return failure != null
        ? "dialled with TCP: " + failure
        : "opened as TCP: not by smc4j, or its policy says so, or no SMC socket could be had";
  }

  private static Link.Fallback fallback(SmcDiagSocket socket) {
    return new Link.Fallback(socket.fallbackReason(), socket.peerDiagnosis(), null);
  }

  private static SmcDiagSocket find(long inode) throws IOException {
    SmcDiagSocket socket;
    try {
      socket = SmcDiag.findListed(inode);
    } catch (IOException e) {
      throw new IOException(
          "the connection runs on SMC, but whether on SMC-D or SMC-R cannot be told: "
              + e.getMessage(),
          e);
    }
    if (socket == null) {
      throw new SocketException(
          "the connection runs on SMC, but smc_diag does not list its socket (inode "
              + inode
              + "): it belongs to another network namespace, or was closed meanwhile");
    }
    return socket;
  }

  private static Link smc(SmcDiagSocket socket) throws IOException {
    SmcDiagSocket.Connection connection = socket.connection();
    if (socket.mode() == null || connection == null) {
      throw new SocketException(
          "no link to tell of: the SMC connection is not established or is over (state "
              + socket.state()
              + ")");
    }
    return new Link(
        socket.mode() == SmcMode.SMC_D ? Link.Kind.SMC_D : Link.Kind.SMC_R,
        connection.sendBuffer(),
        connection.rmbElement(),
        CarrierLookup.of(socket),
        Link.Fallback.none(null));
  }
}
