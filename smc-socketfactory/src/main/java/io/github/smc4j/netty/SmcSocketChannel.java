package io.github.smc4j.netty;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NioSocketChannel} that connects over SMC if the policy configured for this JVM wants it
 * for the destination, for {@code Bootstrap.channel} and everything that takes a channel type with
 * NIO event loops.
 *
 * <p>Connecting never blocks the event loop. Options set before are kept. Where SMC alone is to
 * blame for a failure the channel connects again with TCP, within Netty's connect timeout (SMC gets
 * half of it, 7 seconds at most), and the JVM dials that destination with TCP for a while: {@link
 * io.github.smc4j.Breaker}. A connection whose peer or path has no SMC falls back to TCP by itself;
 * {@link io.github.smc4j.Link} tells, and so does the log ({@code io.github.smc4j}), once for each
 * destination and kind of link. Where the host has no SMC, this is a {@link NioSocketChannel}.
 *
 * <p>Under a policy that requires SMC, connecting fails with a {@link java.net.SocketException}
 * that names the cause when the connection cannot have it.
 *
 * <p>Once it is connected, all that there is of it is Netty's and the JDK's. Over SMC it reads the
 * end of the stream where its peer has aborted the connection, and keepalive does not tell that a
 * peer is gone: use the heartbeat of the protocol. To an IPv4 destination the connection is an IPv4
 * socket's, which SMC-R version 2 needs before Linux 6.14 (smc_find_proposal_devices in
 * net/smc/af_smc.c).
 */
public final class SmcSocketChannel extends NioSocketChannel {
  private final Converter converter;

  /** Of the event loop, as long as there is one. */
  private @Nullable SmcConnect connect;

  /**
   * A channel that is not connected.
   *
   * @throws io.github.smc4j.SmcConfigurationException if the configuration is wrong
   */
  public SmcSocketChannel() {
    converter = new Converter(Settings.global());
  }

  /** One that a listener has accepted. */
  SmcSocketChannel(Channel parent, SocketChannel accepted, Converter converter) {
    super(parent, accepted);
    this.converter = converter;
  }

  @Override
  protected boolean doConnect(SocketAddress remote, @Nullable SocketAddress local)
      throws Exception {
    if (!converter.isIdle() && remote instanceof InetSocketAddress to && !to.isUnresolved()) {
      connect = SmcConnect.begin(this, converter, to, (InetSocketAddress) local);
    }
    return connect == null && super.doConnect(remote, local);
  }

  /** Connects over TCP, after SMC failed. */
  void redial(InetSocketAddress destination, @Nullable InetSocketAddress local) throws Exception {
    if (super.doConnect(destination, local)) {
      unsafe().finishConnect();
    }
  }

  @Override
  protected void doFinishConnect() throws Exception {
    if (connect == null || connect.isOverTcp()) {
      super.doFinishConnect();
    } else {
      connect.finish();
    }
  }

  @Override
  protected void doClose() throws Exception {
    if (connect != null) {
      connect.close();
    }
    super.doClose();
  }

  @Override
  protected SocketAddress localAddress0() {
    InetSocketAddress known = (InetSocketAddress) super.localAddress0();
    return connect == null || known == null ? known : connect.withPort(known);
  }

  /** {@inheritDoc} Also where {@link SmcConnect} wants it. */
  @Override
  protected SocketChannel javaChannel() {
    return super.javaChannel();
  }

  /** Closes what Netty takes for connected or connecting; it sees for itself that it is closed. */
  void abandon() throws IOException {
    javaChannel().close();
  }
}
