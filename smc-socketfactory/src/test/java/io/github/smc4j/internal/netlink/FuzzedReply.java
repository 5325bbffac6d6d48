package io.github.smc4j.internal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A reply out of a fuzzer's input: datagrams, each behind two bytes with its length, which counts
 * as far as there are bytes. Jazzer calls its targets by name, see CONTRIBUTING.md. They are two,
 * because Jazzer takes no notice of code beyond its first 512 branches.
 */
final class FuzzedReply {
  private FuzzedReply() {}

  /** The messages, as {@link NetlinkSocket} hands them to the decoders. */
  static List<NetlinkMessage> messages(ByteBuffer datagrams)
      throws NetlinkProtocolException, NetlinkErrorException {
    NetlinkReply reply = new NetlinkReply(Captures.SEQUENCE);
    while (!reply.complete() && datagrams.remaining() >= Short.BYTES) {
      reply.add(nextOf(datagrams));
    }
    if (reply.result() < 0) {
      throw new NetlinkErrorException("of a fuzzer", reply.result());
    }
    return reply.messages();
  }

  private static ByteBuffer nextOf(ByteBuffer datagrams) {
    int length = Math.min(Short.toUnsignedInt(datagrams.getShort()), datagrams.remaining());
    byte[] datagram = new byte[length];
    datagrams.get(datagram);
    return ByteBuffer.wrap(datagram).order(ByteOrder.LITTLE_ENDIAN);
  }
}
