package io.github.smc4j;

import io.github.smc4j.internal.ConnectTimeout;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.Lifetimes;
import io.github.smc4j.internal.LinkLog;
import io.github.smc4j.internal.RequiredSmc;
import io.github.smc4j.internal.SmcDial;
import io.github.smc4j.internal.jdk.VirtualThreads;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.net.InetSocketAddress;
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

  /** Whether connect was called; what failed then has to be left alone. */
  private volatile boolean dialled;

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
    Decision decision = converter.connect(destination);
    boolean tried;
    try (SmcDial dial = dial(destination, decision, time)) {
      tried = dial != null;
      if (tried && connect(dial, destination, decision, time)) {
        LinkLog.connected(destination, handshake, () -> Link.of(this));
        return;
      }
    }
    connectOverTcp(destination, time, tried);
    if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
    }
  }

  /**
   * Whether the JDK would dial; if not, it is left to the JDK to say why. An address that is not
   * looked up may be one for a SOCKS proxy.
   */
  private boolean isConnectable(SocketAddress endpoint) {
    boolean open = delegate == null ? !closed : !dialled && !isConnected() && !isClosed();
    return open && endpoint instanceof InetSocketAddress;
  }

  /** Null for TCP. */
  private @Nullable SmcDial dial(
      InetSocketAddress destination, Decision decision, ConnectTimeout time) throws IOException {
    return isLeftToTcp(decision, destination, time)
        ? null
        : converter.dial(decision, delegate, destination);
  }

  /** What SMC is only preferred for, and could make worse. */
  private static boolean isLeftToTcp(
      Decision decision, InetSocketAddress destination, ConnectTimeout time) {
    return decision.mode() == Mode.PREFER
        && (destination.isUnresolved() || !time.isEnoughToShare());
  }

  /** Whether there is a connection now; if not, TCP is to be dialled. */
  private boolean connect(
      SmcDial dial, InetSocketAddress destination, Decision decision, ConnectTimeout time)
      throws IOException {
    boolean required = decision.mode() == Mode.REQUIRE;
    begin(dial.socket());
    Handshake handshake = dial.connect(destination, required ? time.whole() : time.shareOfSmc());
    if (isInterrupted(dial.failure())) {
      become(dial, handshake);
      throw dial.failure();
    }
    if (!required && handshake.isRedialled(dial.failure())) {
      giveUp(dial.socket());
      converter.noteFailure(destination, handshake);
      return false;
    }
    become(dial, handshake);
    if (handshake.result() == Result.NO_CONNECTION) {
      dial.socket().close();
      throw time.explain(dial.failure());
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

  /** The JDK has closed the socket of an interrupted virtual thread. */
  private static boolean isInterrupted(@Nullable IOException failure) {
    return failure != null && VirtualThreads.isCurrent() && Thread.currentThread().isInterrupted();
  }

  private void connectOverTcp(InetSocketAddress destination, ConnectTimeout time, boolean afterSmc)
      throws IOException {
    dialled = true;
    try {
      super.connect(destination, time.left());
    } catch (SocketTimeoutException e) {
      delegate().close(); // as the JDK does, also where no time was left to dial
      if (afterSmc) {
        converter.noteFailure(destination, Handshake.tooSlow(time.shareOfSmc()));
      }
      throw e;
    }
  }

  private synchronized void begin(Socket socket) throws IOException {
    if (dialling != null) {
      socket.close();
      throw new SocketException("another thread is connecting this socket");
    }
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
    dialled = true;
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

  private SocketException refused(
      InetSocketAddress destination,
      Decision decision,
      Handshake handshake,
      @Nullable IOException cause)
      throws IOException {
    String link = handshake.failure() != null ? null : Link.of(this).toString();
    close();
    return RequiredSmc.refusal(decision, destination, handshake, link, cause);
  }
}
