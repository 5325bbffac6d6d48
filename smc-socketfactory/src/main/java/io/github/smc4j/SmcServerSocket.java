package io.github.smc4j;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.policy.Decision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** A JDK server socket that becomes an SMC socket when it learns its address. */
final class SmcServerSocket extends ServerSocket {
  private final Converter converter;

  private volatile boolean converted;

  SmcServerSocket(Converter converter) throws IOException {
    this.converter = converter;
  }

  @Override
  public void bind(@Nullable SocketAddress endpoint) throws IOException {
    bind(endpoint, 0);
  }

  @Override
  public void bind(@Nullable SocketAddress endpoint, int backlog) throws IOException {
    if (isBindable(endpoint)) {
      convertOnce(converter.settings().policy().listen((InetSocketAddress) endpoint));
    }
    super.bind(endpoint, backlog);
  }

  @Override
  public Socket accept() throws IOException {
    Socket accepted = super.accept();
    return converted ? new AcceptedSocket(accepted) : accepted;
  }

  @Override
  public synchronized void close() throws IOException {
    super.close();
  }

  /**
   * As {@link #close}, under the lock: a descriptor closed between the reading of its number and
   * its use could be somebody else's by then.
   */
  private synchronized void convertOnce(Decision decision) throws IOException {
    if (!converted && !isClosed()) {
      try (ConvertedSocket second = converter.convert(decision, this::convertFresh)) {
        converted = second != null;
      }
    }
  }

  /** Whether the JDK would bind; if not, it is left to the JDK to say why. */
  private boolean isBindable(@Nullable SocketAddress endpoint) {
    return (endpoint == null || endpoint instanceof InetSocketAddress) && !isBound() && !isClosed();
  }

  /**
   * The JDK makes the kernel socket only when it is needed; asking for an option is such a need.
   */
  private ConvertedSocket convertFresh(Conversion conversion) throws SocketException {
    setReuseAddress(getReuseAddress());
    return conversion.convert(Descriptors.of(this));
  }
}
