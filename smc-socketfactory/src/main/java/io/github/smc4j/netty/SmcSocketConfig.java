package io.github.smc4j.netty;

import io.github.smc4j.internal.ChannelDial;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.TypeOfService;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannelConfig;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Netty's config of a channel whose kernel socket is exchanged when it is connected. Whatever
 * thread sets an option, it is one of the connection's.
 */
final class SmcSocketConfig extends DelegatingConfig {
  private final SmcSocketChannel channel;

  /** Whether the socket that is being connected lacks an option of the channel's. */
  private boolean changed;

  /** Whether the kernel's socket is one of IPv4, which the JDK does not know. */
  private boolean ipv4;

  SmcSocketConfig(SmcSocketChannel channel, SocketChannelConfig delegate) {
    super(delegate);
    this.channel = channel;
  }

  /** From now on, options that are set are missed by the socket that is about to be connected. */
  synchronized void beginConnect() {
    changed = false;
  }

  /** Gets the channel connected, as {@link ChannelDial#handOver} does. */
  synchronized InetSocketAddress take(ChannelDial connected, InetSocketAddress destination)
      throws IOException {
    InetSocketAddress local = connected.handOver(channel.jdkChannel(), destination, changed);
    ipv4 = destination.getAddress() instanceof Inet4Address;
    return local;
  }

  private synchronized SocketChannelConfig set(Consumer<SocketChannelConfig> change) {
    changed = true;
    change.accept(delegate());
    return this;
  }

  @Override
  public <T> boolean setOption(ChannelOption<T> option, T value) {
    if (option.equals(ChannelOption.AUTO_READ)) {
      return super.setOption(option, value); // may have handlers called, and never under a lock
    }
    if (isTrafficClass(option)) {
      setTrafficClass((Integer) value);
      return true;
    }
    synchronized (this) {
      changed = true;
      return super.setOption(option, value);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // Netty does so, too
  public boolean setOptions(Map<ChannelOption<?>, ?> options) {
    boolean all = true;
    for (Map.Entry<ChannelOption<?>, ?> option : options.entrySet()) {
      all &= setOption((ChannelOption<Object>) option.getKey(), option.getValue());
    }
    return all;
  }

  @Override
  @SuppressWarnings("unchecked") // the traffic class is an integer
  public <T> T getOption(ChannelOption<T> option) {
    return isTrafficClass(option)
        ? (T) Integer.valueOf(getTrafficClass())
        : super.getOption(option);
  }

  /** Netty has it under its own name and, as every option of the JDK's, in a NioChannelOption. */
  private static boolean isTrafficClass(ChannelOption<?> option) {
    return option.name().equals(ChannelOption.IP_TOS.name());
  }

  @Override
  public Map<ChannelOption<?>, Object> getOptions() {
    return new AllOptions(this, channel).getOptions();
  }

  @Override
  public SocketChannelConfig setSendBufferSize(int bytes) {
    return set(netty -> netty.setSendBufferSize(bytes));
  }

  @Override
  public SocketChannelConfig setReceiveBufferSize(int bytes) {
    return set(netty -> netty.setReceiveBufferSize(bytes));
  }

  @Override
  public SocketChannelConfig setSoLinger(int seconds) {
    return set(netty -> netty.setSoLinger(seconds));
  }

  @Override
  public SocketChannelConfig setKeepAlive(boolean keepAlive) {
    return set(netty -> netty.setKeepAlive(keepAlive));
  }

  @Override
  public SocketChannelConfig setReuseAddress(boolean reuse) {
    return set(netty -> netty.setReuseAddress(reuse));
  }

  @Override
  public SocketChannelConfig setTcpNoDelay(boolean noDelay) {
    return set(netty -> netty.setTcpNoDelay(noDelay));
  }

  /** {@inheritDoc} The JDK sets that of IPv6 where it can have IPv6 sockets. */
  @Override
  public synchronized SocketChannelConfig setTrafficClass(int trafficClass) {
    if (!ipv4) {
      return set(netty -> netty.setTrafficClass(trafficClass));
    }
    try {
      TypeOfService.set(Descriptors.of(channel.jdkChannel()), trafficClass);
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
      return TypeOfService.of(Descriptors.of(channel.jdkChannel()));
    } catch (SocketException e) {
      throw new ChannelException(e);
    }
  }
}
