package io.github.smc4j;

import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.jdk.Descriptors;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket that an SMC listener has accepted. Its handshake is looked at when the application first
 * asks for a stream: nothing has been sent or read by then.
 */
final class AcceptedSocket extends CheckedSocket {
  private final Socket delegate;
  private @Nullable Result handshake;

  AcceptedSocket(Socket delegate) throws SocketException {
    this.delegate = delegate;
  }

  @Override
  protected Socket delegate() {
    return delegate;
  }

  @Override
  int descriptor() throws SocketException {
    return Descriptors.of(delegate);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    OutputStream out = super.getOutputStream();
    handshake();
    return out;
  }

  /**
   * {@inheritDoc}
   *
   * @throws SocketException if both ends may have left a CLC DECLINE in the stream
   */
  @Override
  synchronized Result handshake() throws IOException {
    if (handshake == null) {
      Handshake looked = Handshake.ofConnected(descriptor());
      handshake = looked.result();
      if (handshake == Result.FAILED) {
        close();
        throw new SocketException("Connection reset: " + looked.failure());
      }
    }
    return handshake;
  }
}
