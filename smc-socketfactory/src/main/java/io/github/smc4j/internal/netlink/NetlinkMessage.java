package io.github.smc4j.internal.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One message of a netlink datagram ({@code struct nlmsghdr}, include/uapi/linux/netlink.h).
 *
 * @param payload what follows the header; its positions count from the start of the datagram
 */
record NetlinkMessage(int type, int flags, int sequence, ByteBuffer payload) {
  static final int ERROR = 2;
  static final int DONE = 3;
  static final int OVERRUN = 4;

  static final int HEADER = 16;

  /** The messages of one datagram, which begins at byte 0 of the buffer. */
  static List<NetlinkMessage> parse(ByteBuffer datagram) throws NetlinkProtocolException {
    List<NetlinkMessage> messages = new ArrayList<>();
    int at = 0;
    while (at < datagram.limit()) {
      NetlinkMessage message = parse(datagram, at);
      messages.add(message);
      at = align(message.payload.limit());
    }
    return messages;
  }

  private static NetlinkMessage parse(ByteBuffer datagram, int at) throws NetlinkProtocolException {
    int left = datagram.limit() - at;
    if (left < HEADER) {
      throw new NetlinkProtocolException(at, "a message header of 16 bytes", left + " bytes");
    }
    long length = Integer.toUnsignedLong(datagram.getInt(at));
    if (length < HEADER || length > left) {
      throw new NetlinkProtocolException(at, "a message length from 16 to " + left, "" + length);
    }
    return new NetlinkMessage(
        Short.toUnsignedInt(datagram.getShort(at + 4)),
        Short.toUnsignedInt(datagram.getShort(at + 6)),
        datagram.getInt(at + 8),
        range(datagram, at + HEADER, at + (int) length));
  }

  /**
   * A view of {@code bytes}, which must be {@code size} at least; {@code name} says what they are.
   */
  static ByteBuffer atLeast(int size, ByteBuffer bytes, String name)
      throws NetlinkProtocolException {
    if (bytes.remaining() < size) {
      throw new NetlinkProtocolException(
          bytes.position(), name + " of " + size + " bytes", bytes.remaining() + " bytes");
    }
    return range(bytes, bytes.position(), bytes.limit());
  }

  /** A view with its own position that keeps the byte order and counts as {@code buffer} does. */
  static ByteBuffer range(ByteBuffer buffer, int from, int to) {
    return buffer.duplicate().order(buffer.order()).limit(to).position(from);
  }

  /** Messages and attributes begin at multiples of four bytes. */
  static int align(int offset) {
    return (offset + 3) & ~3;
  }
}
