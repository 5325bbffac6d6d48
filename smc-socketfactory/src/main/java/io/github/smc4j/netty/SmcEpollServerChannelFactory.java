package io.github.smc4j.netty;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.policy.Settings;
import io.netty.channel.ChannelFactory;
import io.netty.channel.epoll.EpollServerSocketChannel;

/**
 * Makes {@link EpollServerSocketChannel}s that accept connections over SMC if the policy configured
 * for this JVM wants it for the address that they are bound to, and over TCP from peers without
 * SMC; for {@code ServerBootstrap.channelFactory} and everything that takes a channel factory with
 * event loops of the native epoll transport.
 *
 * <p>A connection that has fallen back in a way that may have left messages of the SMC handshake in
 * its stream is closed before anybody reads of it. Under a policy that requires SMC, {@code bind}
 * fails with a {@link java.net.SocketException} that names the cause where the host has none. Where
 * the host has no SMC, the channels are what {@code new EpollServerSocketChannel()} makes.
 *
 * <p>A channel is made an SMC socket before its options are set. SO_REUSEPORT is one that only
 * sockets of IPPROTO_SMC take, which Linux has since 6.11.
 *
 * <p>A connection over SMC has two file descriptors.
 *
 * <p>Thread-safe.
 */
public final class SmcEpollServerChannelFactory
    implements ChannelFactory<EpollServerSocketChannel> {
  private final Converter converter = Converter.forOptionsToCome(Settings.global());
  private final FreshSockets fresh = new FreshSockets();

  /**
   * A factory under the policy configured for this JVM.
   *
   * @throws io.github.smc4j.SmcConfigurationException if the configuration is wrong
   */
  public SmcEpollServerChannelFactory() {}

  /** Makes a channel that is not bound. */
  @Override
  public EpollServerSocketChannel newChannel() {
    EpollServerSocketChannel channel = new EpollServerSocketChannel();
    if (!converter.isIdle()) {
      channel.pipeline().addLast(new EpollListen(channel, converter, fresh));
    }
    return channel;
  }

  @Override
  public String toString() {
    return "SmcEpollServerChannelFactory";
  }
}
