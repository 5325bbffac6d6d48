package io.github.smc4j.internal.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.internal.netlink.Decoders.Decoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever arrives, a decoder returns or throws {@link NetlinkProtocolException}: anything else
 * fails these tests, and so does a loop, by never ending.
 */
class MalformedRepliesTest {
  @Test
  void everyDecoderIsTriedOnACapturedReply() {
    assertThat(Captures.LOOPBACK.replies().keySet())
        .containsAll(Decoders.all().keySet())
        .hasSize(Decoders.all().size() + 1)
        .contains("refused");
  }

  @Test
  void aReplyCutOffWithinAMessageIsRefused() {
    forEveryDatagram(
        (decoder, datagram) -> {
          for (int length = 0; length < datagram.length; length++) {
            ByteBuffer cut = Captures.littleEndian(datagram).limit(length);
            if (length == 0 || !endsWithAMessage(cut)) {
              assertThatThrownBy(() -> decode(decoder, cut))
                  .isInstanceOf(NetlinkProtocolException.class);
            } else {
              tryDecode(decoder, cut);
            }
          }
        });
  }

  @Test
  void aReplyWithAnyBitFlippedIsReadOrRefused() {
    forEveryDatagram(
        (decoder, datagram) -> {
          for (int bit = 0; bit < datagram.length * 8; bit++) {
            byte[] flipped = datagram.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            tryDecode(decoder, Captures.littleEndian(flipped));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 0x7fff, 0xffff, 0x10000, Integer.MAX_VALUE, -1})
  void aReplyWithAnyLengthWrongIsReadOrRefused(int wrong) {
    forEveryDatagram(
        (decoder, datagram) -> {
          for (int at = 0; at + 4 <= datagram.length; at += 4) {
            tryDecode(decoder, Captures.littleEndian(datagram.clone()).putInt(at, wrong));
            tryDecode(decoder, Captures.littleEndian(datagram.clone()).putShort(at, (short) wrong));
          }
        });
  }

  @Property
  void randomBytesAreReadOrRefused(@ForAll @Size(max = 400) byte[] bytes, @ForAll boolean big) {
    for (Decoder decoder : Decoders.all().values()) {
      tryDecode(decoder, ByteBuffer.wrap(bytes).order(order(big)));
    }
  }

  @Property
  void aRandomPayloadIsReadOrRefused(@ForAll @Size(max = 400) byte[] payload, @ForAll boolean big) {
    for (Decoder decoder : Decoders.all().values()) {
      tryDecode(decoder, message(payload, order(big)));
    }
  }

  /** Random lengths rarely fit together; these do, and so get further into the decoders. */
  @Property
  void randomAttributesAreReadOrRefused(
      @ForAll @Size(max = 14) List<@Size(max = 80) byte[]> payloads, @ForAll boolean big) {
    byte[] attributes = attributes(payloads, order(big));
    byte[] nested = attributes(Collections.nCopies(10, attributes), order(big));
    for (Decoder decoder : Decoders.all().values()) {
      tryDecode(decoder, message(after(4, attributes), order(big)));
      tryDecode(decoder, message(after(4, nested), order(big)));
      tryDecode(decoder, message(after(64, attributes), order(big)));
    }
  }

  private interface Attempt {
    void on(Decoder decoder, byte[] datagram);
  }

  private static void forEveryDatagram(Attempt attempt) {
    for (Captures captures : List.of(Captures.LOOPBACK, Captures.RDMA)) {
      Decoders.all()
          .forEach(
              (name, decoder) -> {
                for (byte[] datagram : captures.replies().get(name)) {
                  attempt.on(decoder, datagram);
                }
              });
    }
  }

  private static void tryDecode(Decoder decoder, ByteBuffer datagram) {
    try {
      decode(decoder, datagram);
    } catch (NetlinkProtocolException e) {
      assertThat(e).hasMessageMatching("netlink reply, byte [0-9]+: expected .+, found .+");
    }
  }

  private static void decode(Decoder decoder, ByteBuffer datagram) throws NetlinkProtocolException {
    NetlinkReply reply = new NetlinkReply(Captures.SEQUENCE);
    reply.add(datagram);
    decoder.decode(reply.messages());
  }

  private static boolean endsWithAMessage(ByteBuffer datagram) {
    int at = 0;
    while (at < datagram.limit() && datagram.limit() - at >= 4) {
      at += datagram.getInt(at);
    }
    return at == datagram.limit();
  }

  private static ByteOrder order(boolean big) {
    return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static ByteBuffer message(byte[] payload, ByteOrder order) {
    return ByteBuffer.allocate(16 + payload.length)
        .order(order)
        .putInt(16 + payload.length)
        .putShort((short) 20)
        .putShort((short) 0)
        .putInt(Captures.SEQUENCE)
        .putInt(0)
        .put(payload)
        .rewind();
  }

  /** Attributes of types 0, 1, 2 and so on. */
  private static byte[] attributes(List<byte[]> payloads, ByteOrder order) {
    int size = payloads.stream().mapToInt(p -> NetlinkMessage.align(4 + p.length)).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size).order(order);
    short type = 0;
    for (byte[] payload : payloads) {
      bytes.putShort((short) (4 + payload.length)).putShort(type++).put(payload);
      bytes.position(NetlinkMessage.align(bytes.position()));
    }
    return bytes.array();
  }

  private static byte[] after(int zeros, byte[] bytes) {
    return ByteBuffer.allocate(zeros + bytes.length).position(zeros).put(bytes).array();
  }
}
