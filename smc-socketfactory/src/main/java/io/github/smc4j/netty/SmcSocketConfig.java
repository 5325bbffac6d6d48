package io.github.smc4j.netty;

import io.github.smc4j.internal.ChannelDial;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.TypeOfService;
import io.github.smc4j.netty.internal.SmcChannelOption;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DefaultSocketChannelConfig;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.channel.socket.nio.NioChannelOption;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Map;

/**
 * The config of a channel whose kernel socket is exchanged when it is connected. Whatever thread
 * sets an option, it is one of the connection's.
 *
 * <p>Netty's own, which nobody asks for anything else, sets the JDK's options and knows how much to
 * write at once. Handing everything on to it would take a percent of a round trip.
 */
final class SmcSocketConfig extends DefaultSocketChannelConfig {
  private final SmcSocketChannel owner;
  private final SocketChannelConfig netty;

  /** Whether the socket that is being connected lacks an option of the channel's. */
  private boolean changed;

  /** Whether the kernel's socket is one of IPv4, which the JDK does not know. */
  private boolean ipv4;

  SmcSocketConfig(SmcSocketChannel channel, SocketChannelConfig netty) {
    super(channel, channel.jdkChannel().socket());
    this.owner = channel;
    this.netty = netty;
  }

  /** From now on, options that are set are missed by the socket that is about to be connected. */
  synchronized void beginConnect() {
    changed = false;
  }

  /** Gets the channel connected, as {@link ChannelDial#handOver} does. */
  synchronized InetSocketAddress take(ChannelDial connected, InetSocketAddress destination)
      throws IOException {
    InetSocketAddress local = connected.handOver(owner.jdkChannel(), destination, changed);
    ipv4 = destination.getAddress() instanceof Inet4Address;
    return local;
  }

  @Override
  protected void autoReadCleared() {
    owner.takeReadBack();
  }

  @Override
  public <T> boolean setOption(ChannelOption<T> option, T value) {
    if (option.equals(SmcChannelOption.CONVERTER)) {
      validate(option, value);
      owner.use((Converter) value);
      return true;
    }
    if (isTrafficClass(option)) {
      validate(option, value);
      setTrafficClass((Integer) value);
      return true;
    }
    return option instanceof NioChannelOption
        ? setJdkOption(option, value)
        : super.setOption(option, value);
  }

  private synchronized <T> boolean setJdkOption(ChannelOption<T> option, T value) {
    changed = true;
    return netty.setOption(option, value);
  }

  @Override
  @SuppressWarnings("unchecked") // the traffic class is an integer
  public <T> T getOption(ChannelOption<T> option) {
    if (isTrafficClass(option)) {
      return (T) Integer.valueOf(getTrafficClass());
    }
    return option instanceof NioChannelOption ? netty.getOption(option) : super.getOption(option);
  }

  /** Netty has it under its own name and, as every option of the JDK's, in a NioChannelOption. */
  private static boolean isTrafficClass(ChannelOption<?> option) {
    return option.name().equals(ChannelOption.IP_TOS.name());
  }

  @Override
  public Map<ChannelOption<?>, Object> getOptions() {
    return getOptions(
        super.getOptions(),
        owner.jdkChannel().supportedOptions().stream()
            .map(NioChannelOption::of)
            .toArray(ChannelOption<?>[]::new));
  }

  @Override
  public synchronized SocketChannelConfig setSendBufferSize(int bytes) {
    changed = true;
    netty.setSendBufferSize(bytes);
    return this;
  }

  @Override
  public synchronized SocketChannelConfig setReceiveBufferSize(int bytes) {
    changed = true;
    return super.setReceiveBufferSize(bytes);
  }

  @Override
  public synchronized SocketChannelConfig setSoLinger(int seconds) {
    changed = true;
    return super.setSoLinger(seconds);
  }

  @Override
  public synchronized SocketChannelConfig setKeepAlive(boolean keepAlive) {
    changed = true;
    return super.setKeepAlive(keepAlive);
  }

  @Override
  public synchronized SocketChannelConfig setReuseAddress(boolean reuse) {
    changed = true;
    return super.setReuseAddress(reuse);
  }

  /**
   * {@inheritDoc} Netty's constructor calls this, and the config that it made first has done so.
   */
  @Override
  public synchronized SocketChannelConfig setTcpNoDelay(boolean noDelay) {
    changed = true;
    return netty == null ? this : super.setTcpNoDelay(noDelay);
  }

  /** {@inheritDoc} The JDK sets that of IPv6 where it can have IPv6 sockets. */
  @Override
  public synchronized SocketChannelConfig setTrafficClass(int trafficClass) {
    if (!ipv4) {
      changed = true;
      return super.setTrafficClass(trafficClass);
    }
    try {
      TypeOfService.set(Descriptors.of(owner.jdkChannel()), trafficClass);
      return this;
    } catch (SocketException e) {
      throw new ChannelException(e);
    }
  }

  @Override
  public synchronized int getTrafficClass() {
    if (!ipv4) {
      return super.getTrafficClass();
    }
    try {
      return TypeOfService.of(Descriptors.of(owner.jdkChannel()));
    } catch (SocketException e) {
      throw new ChannelException(e);
    }
  }
}
