package io.github.smc4j;

import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * A socket of a factory whose settings are wrong. It takes options as any other and fails where it
 * should connect, which is a failure that every driver reports with its message.
 */
final class RefusedSocket extends Socket {
  private final SmcConfigurationException refusal;

  RefusedSocket(SmcConfigurationException refusal) {
    this.refusal = refusal;
  }

  static SocketException failure(SmcConfigurationException refusal) {
    SocketException failure = new SocketException(refusal.getMessage());
    failure.initCause(refusal);
    return failure;
  }

  @Override
  public void connect(SocketAddress destination) throws SocketException {
    throw failure(refusal);
  }

  @Override
  public void connect(SocketAddress destination, int timeout) throws SocketException {
    throw failure(refusal);
  }
}
