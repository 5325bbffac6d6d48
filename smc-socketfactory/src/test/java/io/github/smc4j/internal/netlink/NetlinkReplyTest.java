package io.github.smc4j.internal.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class NetlinkReplyTest {
  private static final int DATA = 20;
  private static final int MULTI = 2;
  private static final int MULTI_INTERRUPTED = 0x12;

  private final NetlinkReply reply = new NetlinkReply(7);

  @Test
  void reply_gathersDatagramsUntilDone() throws Exception {
    reply.add(message(DATA, MULTI, 7, 1));
    reply.add(message(DATA, MULTI, 7, 2));
    assertThat(reply.complete()).isFalse();

    reply.add(message(NetlinkMessage.DONE, MULTI, 7, 0));

    assertThat(reply.complete()).isTrue();
    assertThat(reply.result()).isZero();
    assertThat(reply.interrupted()).isFalse();
    assertThat(reply.messages()).hasSize(2);
  }

  @Test
  void reply_isCompleteWithAnAcknowledgement() throws Exception {
    reply.add(message(NetlinkMessage.ERROR, 0, 7, 0));

    assertThat(reply.complete()).isTrue();
    assertThat(reply.result()).isZero();
  }

  @Test
  void reply_keepsTheErrorOfARefusal() throws Exception {
    assertThat(Captures.LOOPBACK.reply("refused").result()).isEqualTo(-2);
    assertThat(new NetlinkErrorException("sock_diag", -2))
        .hasMessage("the kernel refused the netlink request sock_diag: ENOENT (2, no such entry)");
  }

  @Test
  void reply_keepsTheErrorThatEndsADump() throws Exception {
    reply.add(message(NetlinkMessage.DONE, MULTI, 7, -12));

    assertThat(reply.result()).isEqualTo(-12);
  }

  @Test
  void reply_tellsThatADumpWasInterrupted() throws Exception {
    reply.add(message(DATA, MULTI_INTERRUPTED, 7, 1));
    reply.add(message(NetlinkMessage.DONE, MULTI, 7, 0));

    assertThat(reply.interrupted()).isTrue();
  }

  @Test
  void reply_refusesTheSequenceNumberOfAnotherRequest() {
    assertRefused(message(DATA, MULTI, 8, 1), "byte 0: expected sequence number 7, found 8");
  }

  @Test
  void reply_refusesMoreAfterItsEnd() throws Exception {
    reply.add(message(NetlinkMessage.DONE, MULTI, 7, 0));

    assertRefused(
        message(DATA, MULTI, 7, 1), "expected nothing after the end of the reply, found a message");
  }

  @Test
  void reply_refusesLostMessages() {
    assertRefused(message(NetlinkMessage.OVERRUN, 0, 7, 0), "NLMSG_OVERRUN");
  }

  @Test
  void reply_refusesAnErrorThatIsNone() {
    assertRefused(
        message(NetlinkMessage.ERROR, 0, 7, 5), "byte 16: expected 0 or a negated errno, found 5");
  }

  @Test
  void reply_refusesAnEmptyDatagram() {
    assertRefused(ByteBuffer.allocate(0), "byte 0: expected a message, found an empty datagram");
  }

  @Test
  void reply_refusesAMessageLongerThanItsDatagram() {
    ByteBuffer datagram = message(DATA, MULTI, 7, 1).putInt(0, 21);

    assertRefused(datagram, "byte 0: expected a message length from 16 to 20, found 21");
  }

  private void assertRefused(ByteBuffer datagram, String message) {
    assertThatThrownBy(() -> reply.add(datagram))
        .isInstanceOf(NetlinkProtocolException.class)
        .hasMessageContaining(message);
  }

  private static ByteBuffer message(int type, int flags, int sequence, int payload) {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.nativeOrder())
        .putInt(20)
        .putShort((short) type)
        .putShort((short) flags)
        .putInt(sequence)
        .putInt(0)
        .putInt(payload)
        .rewind();
  }
}
