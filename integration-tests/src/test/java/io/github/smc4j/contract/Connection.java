package io.github.smc4j.contract;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;

/** One end of a connection in blocking use, whichever API it belongs to. */
interface Connection extends Closeable, Options {
  void bind(InetSocketAddress local) throws IOException;

  void connect(InetSocketAddress destination) throws IOException;

  /** As {@link java.io.InputStream#read(byte[], int, int)}. */
  int read(byte[] bytes, int offset, int length) throws IOException;

  /** Writes all of {@code bytes}. */
  void write(byte[] bytes) throws IOException;

  void shutdownInput() throws IOException;

  void shutdownOutput() throws IOException;

  InetSocketAddress local() throws IOException;

  InetSocketAddress remote() throws IOException;

  Nature nature() throws IOException;

  /** Costs less to ask for than the nature. */
  Protocol protocol() throws IOException;

  boolean isOpen();

  /** Reads a byte, or -1 at the end of the stream. */
  default int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  default byte[] readExactly(int size) throws IOException {
    byte[] bytes = new byte[size];
    int filled = 0;
    while (filled < size) {
      int count = read(bytes, filled, size - filled);
      if (count < 0) {
        throw new EOFException("end of stream after " + filled + " of " + size + " bytes");
      }
      filled += count;
    }
    return bytes;
  }
}
