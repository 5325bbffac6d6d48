package io.github.smc4j;

import io.github.smc4j.internal.ConnectTimeout;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.Lifetimes;
import io.github.smc4j.internal.SmcDial;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A socket that is dialled over SMC with another JDK socket, which takes its place when it is
 * connected. Until then it is a TCP socket: the other takes over its options and local address, and
 * it is dialled itself when SMC has failed.
 */
final class SmcSocket extends CheckedSocket {
  private final Converter converter;

  /** Null as long as nobody has touched this socket. */
  private volatile @Nullable Socket delegate;

  private volatile Result handshake = Result.TCP;
  private volatile int descriptor;
  private volatile boolean closed;
  private @Nullable Socket dialling;

  /** Of a connection that runs on SMC. */
  private @Nullable InetSocketAddress connectedTo;

  private long connectedAt;

  private SmcSocket(Converter converter) throws SocketException {
    this.converter = converter;
  }

  static SmcSocket create(Converter converter) {
    try {
      return new SmcSocket(converter);
    } catch (SocketException e) {
      throw new AssertionError("a constructor that makes nothing in the kernel", e);
    }
  }

  @Override
  protected Socket delegate() {
    Socket present = delegate;
    return present != null ? present : created();
  }

  private synchronized Socket created() {
    if (delegate == null) {
      delegate = new Socket();
    }
    return delegate;
  }

  @Override
  Result handshake() {
    return handshake;
  }

  @Override
  int descriptor() {
    return descriptor;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (timeout < 0 || !isConnectable(endpoint)) {
      super.connect(endpoint, timeout);
      return;
    }
    InetSocketAddress destination = (InetSocketAddress) endpoint;
    ConnectTimeout time = new ConnectTimeout(timeout);
    if (!connectOverSmc(destination, time)) {
      super.connect(destination, timeLeft(time));
    }
  }

  /** As the JDK does, it leaves a socket closed that could not be connected in time. */
  private int timeLeft(ConnectTimeout time) throws IOException {
    try {
      return time.left();
    } catch (SocketTimeoutException e) {
      delegate().close();
      throw e;
    }
  }

  /**
   * Whether the JDK would dial; if not, it is left to the JDK to say why. An address that is not
   * looked up may be one for a SOCKS proxy.
   */
  private boolean isConnectable(SocketAddress endpoint) {
    boolean open = delegate == null ? !closed : !isConnected() && !isClosed();
    return open && endpoint instanceof InetSocketAddress;
  }

  /** Whether there is a connection now; if not, TCP is to be dialled. */
  private boolean connectOverSmc(InetSocketAddress destination, ConnectTimeout time)
      throws IOException {
    Decision decision = converter.connect(destination);
    try (SmcDial dial = converter.dial(decision, delegate)) {
      return dial != null && connect(dial, destination, decision, time);
    }
  }

  private boolean connect(
      SmcDial dial, InetSocketAddress destination, Decision decision, ConnectTimeout time)
      throws IOException {
    boolean required = decision.mode() == Mode.REQUIRE;
    begin(dial.socket());
    Handshake handshake = dial.connect(destination, required ? time.whole() : time.shareOfSmc());
    if (!required && isLeftToTcp(handshake, dial.failure())) {
      giveUp(dial.socket());
      converter.noteFailure(destination, handshake);
      return false;
    }
    become(dial, handshake);
    if (handshake.result() == Result.NO_CONNECTION) {
      dial.socket().close();
      throw dial.failure() != null ? dial.failure() : unreachable(time);
    }
    if (required && handshake.result() != Result.SMC) {
      throw refused(destination, decision, handshake, dial.failure());
    }
    if (handshake.result() == Result.SMC) {
      connectedAt = System.nanoTime();
      connectedTo = destination;
    }
    return true;
  }

  /** TCP would not have failed, or has had only a part of the time. */
  private static boolean isLeftToTcp(Handshake handshake, @Nullable IOException failure) {
    return handshake.result() == Result.FAILED
        || (handshake.result() == Result.NO_CONNECTION
            && failure instanceof SocketTimeoutException);
  }

  private synchronized void begin(Socket socket) throws IOException {
    dialling = socket;
    throwIfClosed(socket);
  }

  private synchronized void giveUp(Socket socket) throws IOException {
    dialling = null;
    socket.close();
    throwIfClosed(socket);
  }

  private synchronized void become(SmcDial dial, Handshake looked) throws IOException {
    dialling = null;
    throwIfClosed(dial.socket());
    if (delegate != null) {
      delegate.close();
    }
    delegate = dial.socket();
    descriptor = dial.descriptor();
    handshake = looked.result();
  }

  private void throwIfClosed(Socket socket) throws IOException {
    if (closed) {
      socket.close();
      throw new SocketException("Socket closed");
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (dialling != null) {
      dialling.close();
    }
    super.close();
    if (connectedTo != null) {
      Lifetimes.JVM.add(connectedTo, System.nanoTime() - connectedAt);
      connectedTo = null;
    }
  }

  /** What it was the kernel does not tell, but only waiting for an answer takes that long. */
  private static SocketException unreachable(ConnectTimeout time) {
    return time.isLongerThanAnyLookup()
        ? new ConnectException("Connection timed out")
        : new NoRouteToHostException("No route to host");
  }

  private SocketException refused(
      InetSocketAddress destination,
      Decision decision,
      Handshake handshake,
      @Nullable IOException cause)
      throws IOException {
    String found =
        handshake.failure() != null
            ? "connecting to " + destination + " failed: " + handshake.failure()
            : destination + " runs on " + Link.of(this);
    close();
    SocketException e =
        new SocketException("SMC is required by " + decision.reason() + " but " + found);
    e.initCause(cause);
    return e;
  }
}
