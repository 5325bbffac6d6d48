package io.github.smc4j;

import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.jdk.DelegatingSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket that had its SMC handshake: what reads as the end of the stream is checked for an abort,
 * and what a fallback may have left in front of the stream is kept from the application.
 */
class CheckedSocket extends DelegatingSocket {
  private volatile Socket delegate;
  private volatile Handshake.@Nullable Result handshake;

  /** One that is not connected yet. */
  CheckedSocket(Socket delegate) throws SocketException {
    this.delegate = delegate;
  }

  CheckedSocket(Socket delegate, Handshake.Result handshake) throws SocketException {
    this.delegate = delegate;
    this.handshake = handshake;
  }

  @Override
  protected final Socket delegate() {
    return delegate;
  }

  /** From now on this is another socket. */
  final void become(Socket other, Handshake.Result result) {
    delegate = other;
    handshake = result;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream in = super.getInputStream();
    if (handshake == Handshake.Result.SMC) {
      return new SmcInputStream(in, this);
    }
    return handshake == Handshake.Result.TCP_AFTER_CLC ? new ClcGuard(in, this) : in;
  }
}
