package io.github.smc4j.internal.netlink;

import io.github.smc4j.internal.kernel.Errno;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SMC sockets of this network namespace, those of other users too, for which no privilege is
 * needed (net/smc/smc_diag.c). Sockets that were never SMC are not among them.
 *
 * <p>The kernel cannot be asked for a single socket. Every call reads all of them, which takes some
 * microseconds for each; and while many come and go, a socket may be missed or told twice.
 */
public final class SmcDiag {
  private static final int AF_SMC = 43;

  /** CONNINFO, LGRINFO and DMBINFO; the other attributes come unasked. */
  private static final int EXTENSIONS = 0b1011;

  /** The kernel can pass over a socket while others are closed. */
  private static final int ATTEMPTS = 3;

  private SmcDiag() {}

  /**
   * The SMC socket with an inode, or null if there is none: it was never SMC, belongs to another
   * network namespace or was closed meanwhile.
   *
   * @throws IOException as {@link #dump}
   */
  public static @Nullable SmcDiagSocket find(long inode) throws IOException {
    for (SmcDiagSocket socket : dump()) {
      if (socket.inode() == inode) {
        return socket;
      }
    }
    return null;
  }

  /** As {@link #find}, of a socket that is SMC or was: what is passed over is looked for again. */
  public static @Nullable SmcDiagSocket findListed(long inode) throws IOException {
    SmcDiagSocket socket = null;
    for (int attempt = 0; socket == null && attempt < ATTEMPTS; attempt++) {
      socket = find(inode);
    }
    return socket;
  }

  /**
   * All SMC sockets, in no particular order.
   *
   * @throws SocketException if netlink or smc_diag is not to be had
   * @throws NetlinkProtocolException if the reply cannot be read
   */
  public static List<SmcDiagSocket> dump() throws IOException {
    try (NetlinkSocket netlink = NetlinkSocket.open(NetlinkSocket.NETLINK_SOCK_DIAG)) {
      List<SmcDiagSocket> sockets = new ArrayList<>();
      for (NetlinkMessage message :
          netlink.dump("sock_diag", SmcDiagDecoder.SOCK_DIAG_BY_FAMILY, request())) {
        sockets.add(SmcDiagDecoder.decode(message));
      }
      return sockets;
    } catch (NetlinkErrorException e) {
      throw Errno.ENOENT.is(e.result()) ? withoutSmcDiag(e) : e;
    }
  }

  /**
   * {@code struct smc_diag_req}: family, two bytes of padding, extensions and an ignored socket id.
   */
  private static ByteBuffer request() {
    return ByteBuffer.allocate(52).put(0, (byte) AF_SMC).put(3, (byte) EXTENSIONS);
  }

  private static SocketException withoutSmcDiag(NetlinkErrorException cause) {
    SocketException e =
        new SocketException(
            "the kernel has no smc_diag, which tells what SMC sockets run on; load it with"
                + " 'modprobe smc_diag'");
    e.initCause(cause);
    return e;
  }
}
