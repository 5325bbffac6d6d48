package io.github.smc4j;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A JDK socket that becomes an SMC socket when it learns its destination. */
final class SmcSocket extends Socket {
  private static final FreshSockets FRESH = new FreshSockets();

  private final Converter converter;

  private boolean converted;

  SmcSocket(Converter converter) {
    this.converter = converter;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (isConnectable(endpoint)) {
      connectConverted((InetSocketAddress) endpoint, timeout);
    } else {
      super.connect(endpoint, timeout);
    }
  }

  /**
   * Whether the JDK would dial; if not, it is left to the JDK to say why. An address that is not
   * looked up may be one for a SOCKS proxy.
   */
  private boolean isConnectable(SocketAddress endpoint) {
    return endpoint instanceof InetSocketAddress && !isConnected() && !isClosed();
  }

  private void connectConverted(InetSocketAddress destination, int timeout) throws IOException {
    Decision decision = converter.settings().policy().connect(destination);
    convertOnce(decision);
    super.connect(destination, timeout);
    if (decision.mode() == Mode.REQUIRE && !SocketType.isSmc(Descriptors.of(this))) {
      throw fellBack(destination, decision);
    }
  }

  /**
   * As {@link #close}, under the lock: a descriptor closed between the reading of its number and
   * its use could be somebody else's by then.
   */
  private synchronized void convertOnce(Decision decision) throws IOException {
    if (!converted && !isClosed()) {
      converted =
          converter.convert(decision, isBound() ? this::convertBound : this::convertUnbound);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    super.close();
  }

  private void convertUnbound(Conversion conversion) throws SocketException {
    if (Descriptors.isCreated(this)) {
      conversion.convert(Descriptors.of(this));
    } else {
      createKernelSocket();
      conversion.convert(Descriptors.of(this), FRESH);
    }
  }

  /**
   * The JDK makes the kernel socket only when it is needed. Asking for an option is such a need,
   * and for this one no system call.
   */
  private void createKernelSocket() throws SocketException {
    getSoTimeout();
  }

  /**
   * The kernel socket that is bound stays behind, so another JDK socket is bound in its place and
   * then put over it. SO_REUSEADDR lets both have the address for that moment, and nobody else can
   * take it in between.
   */
  private void convertBound(Conversion conversion) throws IOException {
    boolean reuse = getReuseAddress();
    try (Socket successor = new Socket()) {
      successor.setReuseAddress(true);
      conversion.convert(Descriptors.of(successor), Descriptors.of(this));
      setReuseAddress(true);
      successor.setReuseAddress(true);
      successor.bind(getLocalSocketAddress());
      Errno.check(Syscalls.dup3(Descriptors.of(successor), Descriptors.of(this)), "dup3");
    } finally {
      setReuseAddress(reuse);
    }
  }

  private SocketException fellBack(InetSocketAddress destination, Decision decision)
      throws IOException {
    try {
      return new SocketException(
          "SMC is required by "
              + decision.reason()
              + " but "
              + destination
              + " runs on "
              + Link.of(this));
    } finally {
      close();
    }
  }
}
