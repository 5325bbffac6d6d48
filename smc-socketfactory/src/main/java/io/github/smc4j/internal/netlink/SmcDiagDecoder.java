package io.github.smc4j.internal.netlink;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads {@code struct smc_diag_msg} and its attributes (include/uapi/linux/smc_diag.h). */
final class SmcDiagDecoder {
  static final int SOCK_DIAG_BY_FAMILY = 20;

  private static final int MESSAGE_SIZE = 64;

  private static final int MODE_SMCR = 0;
  private static final int MODE_FALLBACK_TCP = 1;
  private static final int MODE_SMCD = 2;

  private static final int CONNINFO = 1;
  private static final int LGRINFO = 2;
  private static final int SHUTDOWN = 3;
  private static final int DMBINFO = 4;
  private static final int FALLBACK = 5;

  private static final int IB_DEVICE_NAME_MAX = 64;
  private static final int GID_TEXT = 40;

  private SmcDiagDecoder() {}

  static SmcDiagSocket decode(NetlinkMessage message) throws NetlinkProtocolException {
    ByteBuffer fixed =
        NetlinkMessage.atLeast(MESSAGE_SIZE, message.payload(), "struct smc_diag_msg");
    int at = fixed.position();
    if (message.type() != SOCK_DIAG_BY_FAMILY) {
      throw new NetlinkProtocolException(
          at, "a message of type " + SOCK_DIAG_BY_FAMILY, "type " + message.type());
    }
    Attributes attributes =
        Attributes.parse(NetlinkMessage.range(fixed, at + MESSAGE_SIZE, fixed.limit()));
    SmcState state = SmcState.of(fixed.get(at + 1));
    ByteBuffer fallback = fallback(attributes);
    return new SmcDiagSocket(
        state,
        mode(fixed.get(at + 2), state.isConnected() && attributes.has(CONNINFO)),
        address(fixed, at + 8, at + 4),
        address(fixed, at + 24, at + 6),
        fixed.getInt(at + 40),
        Integer.toUnsignedLong(fixed.getInt(at + 52)),
        fixed.getLong(at + 56),
        (int) attributes.number(SHUTDOWN, 0),
        fallback.getInt(fallback.position()),
        fallback.getInt(fallback.position() + 4),
        attributes.has(CONNINFO) ? connection(attributes.struct(CONNINFO, 76)) : null,
        attributes.has(LGRINFO) ? rdmaLink(attributes.struct(LGRINFO, 147)) : null,
        attributes.has(DMBINFO) ? dmb(attributes.struct(DMBINFO, 40)) : null);
  }

  /** Reason and peer diagnosis; kernels before 4.19 have no such attribute. */
  private static ByteBuffer fallback(Attributes attributes) throws NetlinkProtocolException {
    return attributes.has(FALLBACK) ? attributes.struct(FALLBACK, 8) : ByteBuffer.allocate(8);
  }

  /**
   * SMC-R is 0, which the kernel also says of a socket that has no connection (yet, or any more).
   */
  private static @Nullable SmcMode mode(int mode, boolean connected) {
    return switch (mode) {
      case MODE_FALLBACK_TCP -> SmcMode.TCP;
      case MODE_SMCD -> connected ? SmcMode.SMC_D : null;
      case MODE_SMCR -> connected ? SmcMode.SMC_R : null;
      default -> null;
    };
  }

  /** The 16 bytes hold an IPv4 address in their first four, and nothing says which family it is. */
  private static InetSocketAddress address(ByteBuffer bytes, int at, int portAt) {
    boolean ipv4 = bytes.getInt(at + 4) == 0 && bytes.getLong(at + 8) == 0;
    byte[] address = new byte[ipv4 ? 4 : 16];
    bytes.get(at, address);
    int port =
        Byte.toUnsignedInt(bytes.get(portAt)) << 8 | Byte.toUnsignedInt(bytes.get(portAt + 1));
    try {
      return new InetSocketAddress(InetAddress.getByAddress(address), port);
    } catch (UnknownHostException e) {
      throw new AssertionError("4 and 16 bytes are an address", e);
    }
  }

  private static SmcDiagSocket.Connection connection(ByteBuffer info)
      throws NetlinkProtocolException {
    return new SmcDiagSocket.Connection(
        Integer.toUnsignedLong(info.getInt()),
        size(info),
        size(info),
        size(info),
        cursor(info),
        cursor(info),
        cursor(info),
        cursor(info),
        flags(info),
        flags(info),
        cursor(info),
        cursor(info),
        cursor(info));
  }

  private static int size(ByteBuffer info) throws NetlinkProtocolException {
    int size = info.getInt();
    if (size < 0) {
      throw new NetlinkProtocolException(
          info.position() - 4, "a buffer size below 2 GiB", Integer.toUnsignedString(size));
    }
    return size;
  }

  private static SmcDiagSocket.Cursor cursor(ByteBuffer info) {
    info.getShort();
    return new SmcDiagSocket.Cursor(
        Short.toUnsignedInt(info.getShort()), Integer.toUnsignedLong(info.getInt()));
  }

  private static int flags(ByteBuffer info) {
    return Byte.toUnsignedInt(info.get()) | Byte.toUnsignedInt(info.get()) << 8;
  }

  private static SmcDiagSocket.RdmaLink rdmaLink(ByteBuffer info) {
    return new SmcDiagSocket.RdmaLink(
        Byte.toUnsignedInt(info.get()),
        text(info, IB_DEVICE_NAME_MAX),
        Byte.toUnsignedInt(info.get()),
        text(info, GID_TEXT),
        text(info, GID_TEXT),
        info.get() != 0);
  }

  private static String text(ByteBuffer info, int length) {
    int from = info.position();
    info.position(from + length);
    return Attributes.text(NetlinkMessage.range(info, from, from + length));
  }

  private static SmcDiagSocket.Dmb dmb(ByteBuffer info) {
    long linkGroup = Integer.toUnsignedLong(info.getInt());
    info.getInt();
    long peerGid = info.getLong();
    long gid = info.getLong();
    return new SmcDiagSocket.Dmb(linkGroup, gid, peerGid, info.getLong(), info.getLong());
  }
}
