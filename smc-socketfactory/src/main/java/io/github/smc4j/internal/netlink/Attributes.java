package io.github.smc4j.internal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Netlink attributes by their type ({@code struct nlattr}, include/uapi/linux/netlink.h). Of
 * several with the same type the last counts, as in the kernel.
 */
final class Attributes {
  private static final int HEADER = 4;

  /** Without NLA_F_NESTED and NLA_F_NET_BYTEORDER. */
  private static final int TYPE_MASK = 0x3fff;

  private final int offset;
  private final Map<Integer, ByteBuffer> payloads;

  private Attributes(int offset, Map<Integer, ByteBuffer> payloads) {
    this.offset = offset;
    this.payloads = payloads;
  }

  /** Reads the attributes that fill the buffer from its position to its limit. */
  static Attributes parse(ByteBuffer bytes) throws NetlinkProtocolException {
    Map<Integer, ByteBuffer> payloads = new TreeMap<>();
    int at = bytes.position();
    while (at < bytes.limit()) {
      ByteBuffer payload = payload(bytes, at);
      payloads.put(bytes.getShort(at + 2) & TYPE_MASK, payload);
      at = bytes.position() + NetlinkMessage.align(payload.limit() - bytes.position());
    }
    return new Attributes(bytes.position(), payloads);
  }

  private static ByteBuffer payload(ByteBuffer bytes, int at) throws NetlinkProtocolException {
    int left = bytes.limit() - at;
    if (left < HEADER) {
      throw new NetlinkProtocolException(at, "an attribute header of 4 bytes", left + " bytes");
    }
    int length = Short.toUnsignedInt(bytes.getShort(at));
    if (length < HEADER || length > left) {
      throw new NetlinkProtocolException(at, "an attribute length from 4 to " + left, "" + length);
    }
    return NetlinkMessage.range(bytes, at + HEADER, at + length);
  }

  /** One text attribute with its terminating NUL and padding, in the machine's byte order. */
  static ByteBuffer ofText(int type, String text) {
    byte[] characters = text.getBytes(StandardCharsets.UTF_8);
    int length = HEADER + characters.length + 1;
    return ByteBuffer.allocate(NetlinkMessage.align(length))
        .order(ByteOrder.nativeOrder())
        .putShort((short) length)
        .putShort((short) type)
        .put(characters)
        .rewind();
  }

  boolean has(int type) {
    return payloads.containsKey(type);
  }

  /**
   * An unsigned number of whatever size the kernel chose: for some attributes it is not the one
   * that the header names (SMC_NLA_LGR_D_CHID), for others it depends on the value ({@code
   * nla_put_uint}).
   */
  long number(int type) throws NetlinkProtocolException {
    ByteBuffer value = payload(type);
    int at = value.position();
    return switch (value.remaining()) {
      case 1 -> Byte.toUnsignedLong(value.get(at));
      case 2 -> Short.toUnsignedLong(value.getShort(at));
      case 4 -> Integer.toUnsignedLong(value.getInt(at));
      case 8 -> value.getLong(at);
      default ->
          throw new NetlinkProtocolException(
              at, "attribute " + type + " of 1, 2, 4 or 8 bytes", value.remaining() + " bytes");
    };
  }

  /** As {@link #number(int)}, with a value for an attribute that is not there. */
  long number(int type, long absent) throws NetlinkProtocolException {
    return has(type) ? number(type) : absent;
  }

  boolean flag(int type) throws NetlinkProtocolException {
    return number(type) != 0;
  }

  /** Text without the NUL that ends it and the blanks that pad it; empty if it is not there. */
  String text(int type) {
    ByteBuffer value = payloads.get(type);
    return value == null ? "" : text(value);
  }

  /** The text that fills {@code value}, up to a NUL if there is one, without trailing blanks. */
  static String text(ByteBuffer value) {
    String text = StandardCharsets.UTF_8.decode(value.duplicate()).toString();
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).stripTrailing();
  }

  Attributes nested(int type) throws NetlinkProtocolException {
    return parse(payload(type));
  }

  /** A C structure of at least {@code size} bytes: newer kernels append members to some. */
  ByteBuffer struct(int type, int size) throws NetlinkProtocolException {
    return NetlinkMessage.atLeast(size, payload(type), "attribute " + type);
  }

  private ByteBuffer payload(int type) throws NetlinkProtocolException {
    ByteBuffer payload = payloads.get(type);
    if (payload == null) {
      throw new NetlinkProtocolException(
          offset, "an attribute of type " + type, "the types " + payloads.keySet());
    }
    return payload;
  }
}
