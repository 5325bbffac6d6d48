package io.github.smc4j.internal;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Policy;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Opens channels of the JDK's and converts them while they are still fresh. */
public final class ChannelOpener {
  private final Converter converter;

  public ChannelOpener(Converter converter) {
    this.converter = converter;
  }

  public SocketChannel openSocketChannel() throws IOException {
    return converted(SocketChannel.open(), policy().undecidedDestination());
  }

  public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    return converted(SocketChannel.open(family), policy().undecidedDestination());
  }

  public SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException {
    Decision decision = policy().connect(destination);
    return destination.getAddress() instanceof Inet4Address
        ? converted(SocketChannel.open(StandardProtocolFamily.INET), decision)
        : converted(SocketChannel.open(), decision);
  }

  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return converted(ServerSocketChannel.open(), policy().undecidedListener());
  }

  public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
    return converted(ServerSocketChannel.open(family), policy().undecidedListener());
  }

  public ServerSocketChannel openServerSocketChannel(InetSocketAddress local) throws IOException {
    return converted(ServerSocketChannel.open(), policy().listen(local));
  }

  private Policy policy() {
    return converter.settings().policy();
  }

  private <C extends NetworkChannel> C converted(C channel, Decision decision) throws IOException {
    try {
      converter.convert(decision, conversion -> conversion.convert(Descriptors.of(channel)));
      return channel;
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }
}
