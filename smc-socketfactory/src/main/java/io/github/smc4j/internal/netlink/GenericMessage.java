package io.github.smc4j.internal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A generic netlink message ({@code struct genlmsghdr}, include/uapi/linux/genetlink.h). */
record GenericMessage(int command, Attributes attributes) {
  private static final int HEADER = 4;
  private static final int VERSION = 1;

  static List<GenericMessage> parse(List<NetlinkMessage> messages) throws NetlinkProtocolException {
    List<GenericMessage> parsed = new ArrayList<>();
    for (NetlinkMessage message : messages) {
      ByteBuffer bytes =
          NetlinkMessage.atLeast(HEADER, message.payload(), "a generic netlink header");
      int command = Byte.toUnsignedInt(bytes.get());
      bytes.position(message.payload().position() + HEADER);
      parsed.add(new GenericMessage(command, Attributes.parse(bytes)));
    }
    return parsed;
  }

  /** The message of a reply that has but one. */
  static GenericMessage only(List<GenericMessage> reply) throws NetlinkProtocolException {
    if (reply.size() != 1) {
      throw new NetlinkProtocolException(0, "one message", reply.size() + " of them");
    }
    return reply.get(0);
  }

  /** A request with one attribute or none. */
  static ByteBuffer request(int command, ByteBuffer attribute) {
    return ByteBuffer.allocate(HEADER + attribute.remaining())
        .order(ByteOrder.nativeOrder())
        .put((byte) command)
        .put((byte) VERSION)
        .putShort((short) 0)
        .put(attribute.duplicate())
        .rewind();
  }
}
