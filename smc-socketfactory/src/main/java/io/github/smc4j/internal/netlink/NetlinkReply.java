package io.github.smc4j.internal.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The reply to one request, gathered datagram by datagram until the message that ends it:
 * NLMSG_DONE after a dump, NLMSG_ERROR otherwise, which with error 0 is the acknowledgement.
 */
final class NetlinkReply {
  private static final int NLM_F_DUMP_INTR = 0x10;

  private final int sequence;
  private final List<NetlinkMessage> messages = new ArrayList<>();
  private boolean complete;
  private boolean interrupted;
  private int result;

  NetlinkReply(int sequence) {
    this.sequence = sequence;
  }

  /** Takes the next datagram, which begins at byte 0 of the buffer. */
  void add(ByteBuffer datagram) throws NetlinkProtocolException {
    if (datagram.limit() == 0) {
      throw new NetlinkProtocolException(0, "a message", "an empty datagram");
    }
    for (NetlinkMessage message : NetlinkMessage.parse(datagram)) {
      add(message);
    }
  }

  private void add(NetlinkMessage message) throws NetlinkProtocolException {
    int at = message.payload().position() - NetlinkMessage.HEADER;
    if (complete) {
      throw new NetlinkProtocolException(
          at, "nothing after the end of the reply", "a message of type " + message.type());
    }
    if (message.sequence() != sequence) {
      throw new NetlinkProtocolException(
          at, "sequence number " + sequence, "" + message.sequence());
    }
    interrupted |= (message.flags() & NLM_F_DUMP_INTR) != 0;
    switch (message.type()) {
      case NetlinkMessage.DONE, NetlinkMessage.ERROR -> end(message);
      case NetlinkMessage.OVERRUN ->
          throw new NetlinkProtocolException(at, "every message", "NLMSG_OVERRUN: some were lost");
      default -> messages.add(message);
    }
  }

  private void end(NetlinkMessage message) throws NetlinkProtocolException {
    ByteBuffer payload =
        NetlinkMessage.atLeast(Integer.BYTES, message.payload(), "an error number");
    result = payload.getInt(payload.position());
    if (result > 0) {
      throw new NetlinkProtocolException(payload.position(), "0 or a negated errno", "" + result);
    }
    complete = true;
  }

  /** Whether the message that ends the reply has arrived. */
  boolean complete() {
    return complete;
  }

  /** 0, or the negated errno that the reply ended with. */
  int result() {
    return result;
  }

  /** Whether what is dumped changed meanwhile, so that the messages may not fit together. */
  boolean interrupted() {
    return interrupted;
  }

  /** The messages before the one that ends the reply. */
  List<NetlinkMessage> messages() {
    return messages;
  }
}
