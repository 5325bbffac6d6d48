package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Policy;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Opens channels of the JDK's and converts them while they are still fresh. */
public final class ChannelOpener {
  private static final FreshSockets OF_ANY_FAMILY = new FreshSockets();
  private static final FreshSockets OF_IPV4 = new FreshSockets();
  private static final FreshSockets OF_IPV6 = new FreshSockets();

  private final Converter converter;

  public ChannelOpener(Converter converter) {
    this.converter = converter;
  }

  public SocketChannel openSocketChannel() throws IOException {
    return converted(SocketChannel.open(), policy().undecidedDestination(), OF_ANY_FAMILY);
  }

  public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    FreshSockets fresh = opened(family);
    return converted(SocketChannel.open(family), policy().undecidedDestination(), fresh);
  }

  public SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    boolean ipv4 = destination.getAddress() instanceof Inet4Address;
    SocketChannel channel =
        ipv4 ? SocketChannel.open(StandardProtocolFamily.INET) : SocketChannel.open();
    ConvertedSocket kernel = convert(channel, decision, ipv4 ? OF_IPV4 : OF_ANY_FAMILY);
    if (kernel != null) {
      WeakReference<SocketChannel> watched = new WeakReference<>(channel);
      follow(
          new WatchedConnect(
              () -> isOpen(watched), kernel, destination, decision, converter, () -> {}),
          channel);
    }
    return channel;
  }

  private static boolean isOpen(WeakReference<SocketChannel> watched) {
    SocketChannel channel = watched.get();
    return channel != null && channel.isOpen();
  }

  private static void follow(WatchedConnect connect, SocketChannel channel) throws IOException {
    try {
      ConnectWatch.JVM.follow(connect);
    } catch (RuntimeException | Error e) {
      channel.close();
      connect.isOver();
      throw e;
    }
  }

  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return converted(ServerSocketChannel.open(), policy().undecidedListener());
  }

  public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
    checkFamily(family);
    return converted(ServerSocketChannel.open(family), policy().undecidedListener());
  }

  public ServerSocketChannel openServerSocketChannel(InetSocketAddress local) throws IOException {
    return converted(ServerSocketChannel.open(), policy().listen(local));
  }

  private Policy policy() {
    return converter.settings().policy();
  }

  private static FreshSockets opened(ProtocolFamily family) {
    checkFamily(family);
    return family == StandardProtocolFamily.INET ? OF_IPV4 : OF_IPV6;
  }

  private static void checkFamily(ProtocolFamily family) {
    if (family != StandardProtocolFamily.INET && family != StandardProtocolFamily.INET6) {
      throw new UnsupportedOperationException(
          "SMC knows the protocol families INET and INET6 but not " + family.name());
    }
  }

  private SocketChannel converted(SocketChannel channel, Decision decision, FreshSockets fresh)
      throws IOException {
    closeSecond(convert(channel, decision, fresh));
    return channel;
  }

  private ServerSocketChannel converted(ServerSocketChannel channel, Decision decision)
      throws IOException {
    closeSecond(
        convert(channel, decision, conversion -> conversion.convert(Descriptors.of(channel))));
    return channel;
  }

  private static void closeSecond(@Nullable ConvertedSocket second) throws IOException {
    if (second != null) {
      second.close();
    }
  }

  private @Nullable ConvertedSocket convert(
      SocketChannel channel, Decision decision, FreshSockets fresh) throws IOException {
    return convert(
        channel, decision, conversion -> conversion.convert(Descriptors.of(channel), fresh));
  }

  /** Closes the channel if it cannot be had as decided. */
  private @Nullable ConvertedSocket convert(
      NetworkChannel channel, Decision decision, Converter.Attempt<ConvertedSocket> attempt)
      throws IOException {
    try {
      return converter.convert(decision, attempt);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }
}
