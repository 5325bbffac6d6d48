package io.github.smc4j.jdbc;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Numbered lines of text, no two alike. */
final class Lines extends InputStream {
  /** Of a line, in bytes, its end included. */
  static final int LENGTH = 1024;

  private static final int DIGITS = 10;

  private final long end;
  private final byte[] line = new byte[LENGTH];
  private long position;

  Lines(int count) {
    end = (long) count * LENGTH;
    Arrays.fill(line, (byte) 'x');
    line[LENGTH - 1] = '\n';
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (position == end) {
      return -1;
    }
    int at = (int) (position % LENGTH);
    if (at == 0) {
      byte[] number =
          String.format("%0" + DIGITS + "d", position / LENGTH).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(number, 0, line, 0, DIGITS);
    }
    int count = Math.min(length, LENGTH - at);
    System.arraycopy(line, at, buffer, offset, count);
    position += count;
    return count;
  }
}
