package io.github.smc4j;

import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.jdk.DelegatingSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/**
 * A socket that may have had an SMC handshake: what reads as the end of the stream is checked for
 * an abort, and what a fallback may have left in front of the stream is kept from the application.
 */
abstract class CheckedSocket extends DelegatingSocket {
  CheckedSocket() throws SocketException {}

  /** What became of the handshake; {@link Result#TCP} if there was none (yet). */
  abstract Result handshake() throws IOException;

  /** The number of the kernel's socket, until this is closed. */
  abstract int descriptor() throws SocketException;

  @Override
  public InputStream getInputStream() throws IOException {
    InputStream in = super.getInputStream();
    return switch (handshake()) {
      case SMC -> new SmcInputStream(in, this);
      case TCP_AFTER_CLC -> new ClcGuard(in, this);
      case TCP, FAILED, NO_CONNECTION -> in;
    };
  }
}
