package io.github.smc4j;

import io.github.smc4j.internal.kernel.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/**
 * Tells an abort of the peer from an end of the stream. Over SMC both read alike, because
 * smc_rx_recvmsg (net/smc/smc_rx.c) looks at the end before it looks at the error, where TCP has it
 * the other way round.
 */
final class SmcInputStream extends InputStream {
  private final InputStream in;
  private final CheckedSocket socket;

  SmcInputStream(InputStream in, CheckedSocket socket) {
    this.in = in;
    this.socket = socket;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    return read < 0 ? end() : read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    return read < 0 ? end() : read;
  }

  private int end() throws IOException {
    if (Readiness.of(socket.descriptor()).error() && !socket.isInputShutdown()) {
      throw new SocketException("Connection reset");
    }
    return -1;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  /** Through the socket, which has to know. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
