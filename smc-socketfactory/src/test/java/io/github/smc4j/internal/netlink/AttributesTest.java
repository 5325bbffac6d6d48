package io.github.smc4j.internal.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AttributesTest {
  @Property
  void text_comesBackAsItWasWritten(@ForAll @IntRange(min = 1, max = 0x3fff) int type)
      throws Exception {
    ByteBuffer written = Attributes.ofText(type, "SMC-LAB");

    assertThat(written.remaining()).isEqualTo(12);
    assertThat(Attributes.parse(written).text(type)).isEqualTo("SMC-LAB");
  }

  @Test
  void text_losesThePaddingAndIsEmptyWhereThereIsNone() throws Exception {
    assertThat(Attributes.parse(Attributes.ofText(1, "SMC-LAB   ")).text(1)).isEqualTo("SMC-LAB");
    assertThat(Attributes.parse(Attributes.ofText(1, "SMC-LAB")).text(2)).isEmpty();
  }

  @Property
  void number_hasTheSizeThatTheKernelChose(@ForAll byte value, @ForAll boolean big)
      throws Exception {
    for (int size : new int[] {1, 2, 4, 8}) {
      byte[] bytes = new byte[size];
      bytes[big ? size - 1 : 0] = value;

      Attributes attributes = Attributes.parse(attribute(big, 3, bytes));

      assertThat(attributes.number(3)).isEqualTo(Byte.toUnsignedLong(value));
    }
  }

  @Test
  void number_ofAnotherSizeIsRefused() {
    assertThatThrownBy(() -> Attributes.parse(attribute(false, 3, new byte[3])).number(3))
        .isInstanceOf(NetlinkProtocolException.class)
        .hasMessage(
            "netlink reply, byte 4: expected attribute 3 of 1, 2, 4 or 8 bytes, found 3 bytes");
  }

  @Test
  void number_thatIsMissingIsRefusedNamingWhatIsThere() {
    assertThatThrownBy(() -> Attributes.parse(attribute(false, 3, new byte[4])).number(9))
        .isInstanceOf(NetlinkProtocolException.class)
        .hasMessage("netlink reply, byte 0: expected an attribute of type 9, found the types [3]");
  }

  @Test
  void nested_isFoundWithAndWithoutItsFlag() throws Exception {
    byte[] inner = attribute(false, 2, new byte[] {5}).array();

    assertThat(Attributes.parse(attribute(false, 1, inner)).nested(1).number(2)).isEqualTo(5);
    assertThat(Attributes.parse(attribute(false, 0x8001, inner)).nested(1).number(2)).isEqualTo(5);
  }

  @Test
  void parse_takesTheLastOfSeveralAndNeedsNoPaddingAtTheEnd() throws Exception {
    byte[] first = attribute(false, 1, new byte[] {5}).array();
    ByteBuffer both =
        ByteBuffer.allocate(13)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(first)
            .put(first, 0, 4)
            .put((byte) 6)
            .rewind();

    assertThat(Attributes.parse(both).number(1)).isEqualTo(6);
  }

  @Test
  void parse_refusesALengthThatEndsBeforeItsHeader() {
    ByteBuffer bytes = attribute(false, 1, new byte[] {5}).putShort(0, (short) 0);

    assertThatThrownBy(() -> Attributes.parse(bytes))
        .isInstanceOf(NetlinkProtocolException.class)
        .hasMessage("netlink reply, byte 0: expected an attribute length from 4 to 8, found 0");
  }

  private static ByteBuffer attribute(boolean big, int type, byte[] payload) {
    return ByteBuffer.allocate(NetlinkMessage.align(4 + payload.length))
        .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
        .putShort((short) (4 + payload.length))
        .putShort((short) type)
        .put(payload)
        .rewind();
  }
}
