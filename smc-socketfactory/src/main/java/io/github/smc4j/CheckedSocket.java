package io.github.smc4j;

import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.jdk.DelegatingSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A socket that may have had an SMC handshake: what reads as the end of the stream is checked for
 * an abort, and what a fallback may have left in front of the stream is kept from the application.
 */
abstract class CheckedSocket extends DelegatingSocket {
  private @Nullable InputStream checked;

  CheckedSocket() throws SocketException {}

  /** What became of the handshake; {@link Result#TCP} if there was none (yet). */
  abstract Result handshake() throws IOException;

  /** The number of the kernel's socket, until this is closed. */
  abstract int descriptor() throws SocketException;

  /** The same at every call, because a {@link ClcGuard} may hold bytes that it has read. */
  @Override
  public InputStream getInputStream() throws IOException {
    InputStream in = super.getInputStream();
    synchronized (this) {
      if (checked == null) {
        checked = checked(in);
      }
      return checked;
    }
  }

  private InputStream checked(InputStream in) throws IOException {
    return switch (handshake()) {
      case SMC -> new SmcInputStream(in, this);
      case TCP_AFTER_CLC -> new ClcGuard(in, this);
      case TCP, FAILED, NO_CONNECTION -> in;
    };
  }
}
