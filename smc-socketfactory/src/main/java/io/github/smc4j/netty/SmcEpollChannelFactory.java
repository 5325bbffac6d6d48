package io.github.smc4j.netty;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.policy.Settings;
import io.netty.channel.ChannelFactory;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link EpollSocketChannel}s that connect over SMC if the policy configured for this JVM
 * wants it for the destination, for {@code Bootstrap.channelFactory} and everything that takes a
 * channel factory with event loops of the native epoll transport.
 *
 * <p>Netty has registered such a channel before its destination is known, so it cannot connect
 * again with TCP as {@link SmcSocketChannel} does: where SMC is to blame for a failure, connecting
 * fails, and the JVM dials that destination with TCP for a while ({@link io.github.smc4j.Breaker}),
 * so that the first retry runs over TCP. The socket is of the family that Netty opens, an IPv6 one
 * on most hosts, unless the factory is for one family: SMC-R version 2 needs an IPv4 socket before
 * Linux 6.14. TCP_FASTOPEN_CONNECT is turned off, because SMC falls back for it. The kernel keeps
 * whoever sets an option of a channel that is connecting waiting until that has ended, and with him
 * the event loop: set options before.
 *
 * <p>What is asked of the policy is the address that is dialled in the end. Where a handler of the
 * pipeline connects to another one than it was asked for, as that of a proxy does, it is the
 * proxy's.
 *
 * <p>A connection whose peer or path has no SMC falls back to TCP by itself; {@link
 * io.github.smc4j.Link} tells, and so does the log ({@code io.github.smc4j}). Under a policy that
 * requires SMC, connecting fails with a {@link java.net.SocketException} that names the cause when
 * the connection cannot have it. Where the host has no SMC, the channels are what {@code new
 * EpollSocketChannel()} makes.
 *
 * <p>A connection over SMC has two file descriptors.
 *
 * <p>Thread-safe.
 */
@SuppressWarnings("deprecation") // InternetProtocolFamily, which Netty 4.1 has as well
public final class SmcEpollChannelFactory implements ChannelFactory<EpollSocketChannel> {
  private final Converter converter;
  private final FreshSockets fresh = new FreshSockets();
  private final @Nullable InternetProtocolFamily family;

  /**
   * A factory under the policy configured for this JVM, for destinations of all families.
   *
   * @throws io.github.smc4j.SmcConfigurationException if the configuration is wrong
   */
  public SmcEpollChannelFactory() {
    this(Settings.global());
  }

  /** A factory under a policy of its own. */
  SmcEpollChannelFactory(Settings settings) {
    converter = new Converter(settings);
    family = null;
  }

  /**
   * A factory for destinations of one family.
   *
   * @param family {@link StandardProtocolFamily#INET} or {@link StandardProtocolFamily#INET6};
   *     SMC-R version 2 needs the former before Linux 6.14 (smc_find_proposal_devices in
   *     net/smc/af_smc.c)
   * @throws UnsupportedOperationException if the family is another one
   * @throws io.github.smc4j.SmcConfigurationException if the configuration is wrong
   */
  public SmcEpollChannelFactory(ProtocolFamily family) {
    converter = new Converter(Settings.global());
    if (family == StandardProtocolFamily.INET) {
      this.family = InternetProtocolFamily.IPv4;
    } else if (family == StandardProtocolFamily.INET6) {
      this.family = InternetProtocolFamily.IPv6;
    } else {
      throw new UnsupportedOperationException(
          "SMC knows the protocol families INET and INET6 but not " + family.name());
    }
  }

  /** Makes a channel that is not connected. */
  @Override
  public EpollSocketChannel newChannel() {
    EpollSocketChannel channel =
        family == null ? new EpollSocketChannel() : new EpollSocketChannel(family);
    if (!converter.isIdle()) {
      channel.pipeline().addLast(new EpollConnect(channel, converter, fresh));
    }
    return channel;
  }

  @Override
  public String toString() {
    return "SmcEpollChannelFactory";
  }
}
