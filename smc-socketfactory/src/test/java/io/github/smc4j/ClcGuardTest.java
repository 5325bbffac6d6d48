package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClcGuardTest {
  private static final byte[] DECLINE_OF_SMCR = {
    (byte) 0xE2, (byte) 0xD4, (byte) 0xC3, (byte) 0xD9
  };
  private static final byte[] DECLINE_OF_SMCD = {
    (byte) 0xE2, (byte) 0xD4, (byte) 0xC3, (byte) 0xC4
  };

  private final Socket socket = new Socket();

  @Test
  void read_failsWhereAHandshakeMessageComesInPlaceOfData() {
    assertRefused(of(DECLINE_OF_SMCR, 44));
    assertRefused(of(DECLINE_OF_SMCD, 28));
  }

  private void assertRefused(ClcGuard guard) {
    assertThatThrownBy(guard::read)
        .isInstanceOf(SocketException.class)
        .hasMessageStartingWith("Connection reset");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void read_failsWhereTheMessageComesInPieces() {
    InputStream pieces =
        new ByteArrayInputStream(Arrays.copyOf(DECLINE_OF_SMCR, 44)) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1));
          }
        };
    assertRefused(new ClcGuard(pieces, socket));
  }

  @Test
  void read_passesOnWhatOnlyStartsLikeOne() throws IOException {
    byte[] data = {(byte) 0xE2, (byte) 0xD4, (byte) 0xC3, 'x', 'y'};
    assertThat(new ClcGuard(new ByteArrayInputStream(data), socket).readAllBytes()).isEqualTo(data);
    byte[] brief = {(byte) 0xE2, (byte) 0xD4};
    assertThat(new ClcGuard(new ByteArrayInputStream(brief), socket).readAllBytes())
        .isEqualTo(brief);
  }

  @Test
  void read_passesOnOneLaterInTheStream() throws IOException {
    byte[] data =
        ("x" + new String(DECLINE_OF_SMCR, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new ClcGuard(new ByteArrayInputStream(data), socket).readAllBytes()).isEqualTo(data);
  }

  @Test
  void read_tellsTheEndOfAnEmptyStream() throws IOException {
    ClcGuard guard = new ClcGuard(InputStream.nullInputStream(), socket);
    assertThat(guard.read()).isEqualTo(-1);
    assertThat(guard.read(new byte[10])).isEqualTo(-1);
  }

  @Test
  void read_ofNothingReadsNothing() throws IOException {
    assertThat(of(DECLINE_OF_SMCR, 44).read(new byte[0])).isZero();
  }

  @Property(tries = 200)
  void everythingElse_comesThroughAsItIs(
      @ForAll byte[] data, @ForAll @IntRange(min = 1, max = 9) int size) throws IOException {
    if (data.length > 0) {
      data[0] = 0;
    }
    ClcGuard guard = new ClcGuard(new ByteArrayInputStream(data), new Socket());
    byte[] read = new byte[data.length];
    int count = 0;
    while (count < data.length) {
      assertThat(guard.available()).isEqualTo(data.length - count);
      count += guard.read(read, count, Math.min(size, data.length - count));
    }
    assertThat(read).isEqualTo(data);
    assertThat(guard.skip(1)).isZero();
  }

  private ClcGuard of(byte[] start, int length) {
    return new ClcGuard(new ByteArrayInputStream(Arrays.copyOf(start, length)), socket);
  }
}
