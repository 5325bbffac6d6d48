package io.github.smc4j.netty;

import io.github.smc4j.internal.ChannelDial;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.SlowClose;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Readiness;
import io.github.smc4j.internal.policy.Settings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NioSocketChannel} that connects over SMC if the policy configured for this JVM wants it
 * for the destination, for {@code Bootstrap.channel} and everything that takes a channel type with
 * NIO event loops.
 *
 * <p>Connecting never blocks the event loop. Options set before or meanwhile are kept, and so is
 * the address that it is bound to. Where SMC alone is to blame for a failure the channel connects
 * again with TCP, within Netty's connect timeout (SMC gets half of it, 7 seconds at most), and the
 * JVM dials that destination with TCP for a while: {@link io.github.smc4j.Breaker}. A connection
 * whose peer or path has no SMC falls back to TCP by itself; {@link io.github.smc4j.Link} tells,
 * and so does the log ({@code io.github.smc4j}), once for each destination and kind of link. Where
 * the host has no SMC, this is a {@link NioSocketChannel}.
 *
 * <p>Under a policy that requires SMC, connecting fails with a {@link java.net.SocketException}
 * that names the cause when the connection cannot have it; the log has it, too, once for each
 * destination, for protocols that do not hand it on.
 *
 * <p>Once it is connected, what reads and writes is Netty's and the JDK's. A peer that aborts the
 * connection is told as over TCP, {@code Connection reset}. Over SMC keepalive does not tell that a
 * peer is gone: use the heartbeat of the protocol. To an IPv4 destination the connection is an IPv4
 * socket's, which SMC-R version 2 needs before Linux 6.14 (smc_find_proposal_devices in
 * net/smc/af_smc.c).
 */
public final class SmcSocketChannel extends NioSocketChannel {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private final SmcSocketConfig config = new SmcSocketConfig(this, super.config());

  private Converter converter;

  /** Of the event loop, as long as there is one. */
  private @Nullable SmcConnect connect;

  /** Whether it may still become an SMC socket. */
  private boolean unconnected;

  private boolean redialling;
  private boolean overSmc;

  /**
   * A channel that is not connected.
   *
   * @throws io.github.smc4j.SmcConfigurationException if the configuration is wrong
   */
  public SmcSocketChannel() {
    this(new Converter(Settings.global()));
  }

  SmcSocketChannel(Converter converter) {
    this.converter = converter;
    this.unconnected = !converter.isIdle();
  }

  /** Connects by another one's settings. */
  void use(Converter another) {
    converter = another;
    unconnected = !another.isIdle();
  }

  /** One that a listener has accepted. */
  SmcSocketChannel(Channel parent, SocketChannel accepted, Converter converter, boolean overSmc) {
    super(parent, accepted);
    this.converter = converter;
    this.overSmc = overSmc;
  }

  @Override
  protected boolean doConnect(SocketAddress remote, @Nullable SocketAddress local)
      throws Exception {
    if (isUndecided() && isResolved(remote) && (local == null || isResolved(local))) {
      config.beginConnect();
      connect =
          SmcConnect.begin(this, converter, (InetSocketAddress) remote, (InetSocketAddress) local);
      if (connect != null) {
        return false;
      }
    }
    if (!super.doConnect(remote, local)) {
      return false;
    }
    beginReading();
    return true;
  }

  /** A channel that is being closed has no valid key any more, and its connect is Netty's. */
  @SuppressWarnings("deprecation") // Netty 4.1 has no other way to its key
  private boolean isUndecided() {
    return unconnected && selectionKey().isValid();
  }

  /** If not, it is left to the JDK to say why. */
  private static boolean isResolved(SocketAddress address) {
    return address instanceof InetSocketAddress internet && !internet.isUnresolved();
  }

  /** Connects over TCP, after SMC failed. */
  void redial(InetSocketAddress destination, @Nullable InetSocketAddress local) throws Exception {
    if (isConnectedAtOnce(destination, local)) {
      unsafe().finishConnect();
    }
  }

  private boolean isConnectedAtOnce(
      InetSocketAddress destination, @Nullable InetSocketAddress local) throws Exception {
    redialling = true;
    try {
      return super.doConnect(destination, local);
    } finally {
      redialling = false;
    }
  }

  @Override
  protected void doFinishConnect() throws Exception {
    if (connect == null || connect.isOverTcp()) {
      super.doFinishConnect();
    } else {
      overSmc = connect.finish() == Result.SMC;
    }
    beginReading();
  }

  @SuppressWarnings("deprecation") // Netty has no other way to tell
  private void beginReading() throws Exception {
    unconnected = false;
    if (isReadPending()) {
      super.doBeginRead();
    }
  }

  /**
   * Not before it is connected: a selector that waits for the descriptor does not notice that it
   * has become another socket. Netty clears what is pending when nobody wants to read any more.
   */
  @Override
  @SuppressWarnings("deprecation") // Netty has no other way to say so
  protected void doBeginRead() throws Exception {
    if (unconnected) {
      setReadPending(true);
    } else {
      super.doBeginRead();
    }
  }

  /** {@inheritDoc} Over SMC the kernel reads the end of the stream where the peer has aborted. */
  @Override
  protected int doReadBytes(ByteBuf buffer) throws Exception {
    int read = super.doReadBytes(buffer);
    if (read < 0 && overSmc && !isInputShutdown()) {
      throwIfAborted();
    }
    return read;
  }

  private void throwIfAborted() throws SocketException {
    if (Readiness.of(Descriptors.of(javaChannel())).error()) {
      throw new SocketException("Connection reset");
    }
  }

  /** {@inheritDoc} It is the last that the event loop does before another thread closes it. */
  @Override
  protected void doDeregister() throws Exception {
    if (connect != null) {
      connect.discard();
    }
    super.doDeregister();
  }

  /** {@inheritDoc} With SO_LINGER Netty does so on another thread, which may wait. */
  @Override
  protected void doClose() throws Exception {
    if (redialling) {
      javaChannel().close(); // Netty's own close would be what its connect failed for
      return;
    }
    if (connect != null) {
      connect.close();
    }
    ConvertedSocket last = overSmc && isInLoop() ? lastToClose() : null;
    try {
      super.doClose();
    } finally {
      if (last != null) {
        SlowClose.of(last);
      }
    }
  }

  private boolean isInLoop() {
    return isOpen() && isRegistered() && eventLoop().inEventLoop();
  }

  /** A second descriptor, if closing the only one would wait; without any it does. */
  private @Nullable ConvertedSocket lastToClose() {
    try {
      int fd = Descriptors.of(javaChannel());
      if (!ConvertedSocket.isCloseSlow(fd)) {
        return null;
      }
      leaveSelector();
      return ConvertedSocket.duplicateOf(fd);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING, "closing " + this + " may keep its event loop waiting", e);
      return null;
    }
  }

  /**
   * The JDK ends the stream of a channel that is still registered, which waits, too; and a selector
   * does not notice that it has to let go of a socket that others hold. It lets go at its next
   * selection. Netty's registration stays, because Netty may be about to read, and what is ready is
   * left to Netty, whose set of keys is in use.
   */
  @SuppressWarnings("deprecation") // Netty 4.1 has no other way to its selector
  private void leaveSelector() throws IOException {
    SelectionKey key = selectionKey();
    key.cancel();
    key.selector().selectNow(ready -> {});
  }

  @Override
  protected SocketAddress localAddress0() {
    InetSocketAddress connected = connect == null ? null : connect.localAddress();
    return connected == null ? super.localAddress0() : connected;
  }

  @Override
  public SocketChannelConfig config() {
    return config;
  }

  /** Takes over a socket that is connected; the local address of that. */
  InetSocketAddress take(ChannelDial connected, InetSocketAddress destination) throws IOException {
    return config.take(connected, destination);
  }

  /** Nobody wants to read any more. */
  void takeReadBack() {
    clearReadPending();
  }

  /** The JDK's channel, for {@link SmcConnect}. */
  SocketChannel jdkChannel() {
    return javaChannel();
  }
}
