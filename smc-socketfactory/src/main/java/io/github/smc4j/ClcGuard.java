package io.github.smc4j;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;

/**
 * Keeps messages of the SMC handshake from the application. Where both ends decline at once, each
 * finds the other's DECLINE in front of its TCP stream; as one segment, so all of it is there when
 * its first byte is.
 */
final class ClcGuard extends InputStream {
  /** "SMC" in EBCDIC, which is followed by R or D (RFC 7609, section A.1). */
  private static final byte[] EYECATCHER = {(byte) 0xE2, (byte) 0xD4, (byte) 0xC3};

  private static final byte EBCDIC_R = (byte) 0xD9;
  private static final byte EBCDIC_D = (byte) 0xC4;

  private final InputStream in;
  private final Socket socket;

  /** What was read to be looked at and not handed out yet: from {@code next} to {@code end}. */
  private final byte[] start = new byte[EYECATCHER.length + 1];

  private int next;
  private int end;
  private boolean checked;

  ClcGuard(InputStream in, Socket socket) {
    this.in = in;
    this.socket = socket;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!checked && length > 0) {
      check();
    }
    if (next == end) {
      return in.read(bytes, offset, length);
    }
    int count = Math.min(length, end - next);
    System.arraycopy(start, next, bytes, offset, count);
    next += count;
    return count;
  }

  private void check() throws IOException {
    int read = in.read(start);
    while (read > 0 && read < start.length && looksLikeClc(read) && in.available() > 0) {
      read += in.read(start, read, start.length - read);
    }
    end = Math.max(read, 0);
    checked = true;
    if (end == start.length && looksLikeClc(end)) {
      socket.close();
      throw new SocketException(
          "Connection reset: both ends gave SMC up at once and a handshake message came in place"
              + " of data");
    }
  }

  private boolean looksLikeClc(int length) {
    int eyecatcher = Math.min(length, EYECATCHER.length);
    return Arrays.equals(start, 0, eyecatcher, EYECATCHER, 0, eyecatcher)
        && (length <= eyecatcher || start[eyecatcher] == EBCDIC_R || start[eyecatcher] == EBCDIC_D);
  }

  @Override
  public int available() throws IOException {
    return end - next + in.available();
  }

  /** Through the socket, which has to know. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
