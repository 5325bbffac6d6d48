package io.github.smc4j.kafka;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * The JDK's selector provider, except when it is Kafka that opens a channel.
 *
 * <p>Kafka has no setting for the making of its sockets, but it opens them with {@code
 * SocketChannel.open()} and {@code ServerSocketChannel.open()}, and these ask the provider that is
 * found as a service on the class path. Everyone else gets what the JDK's own provider makes. So
 * does Kafka where the lookup is not possible.
 *
 * <p>The constructor does nothing that could throw: an exception there would leave the JVM without
 * NIO (java.nio.channels.spi.SelectorProvider).
 */
public final class SmcSelectorProvider extends SelectorProvider {
  /** For the service loader. */
  public SmcSelectorProvider() {}

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    SocketChannel channel =
        KafkaStack.isClientConnecting() ? KafkaChannels.openSocketChannel() : null;
    return channel != null ? channel : JdkSelectorProvider.INSTANCE.openSocketChannel();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    ServerSocketChannel channel =
        KafkaStack.isListenerOpening() ? KafkaChannels.openServerSocketChannel() : null;
    return channel != null ? channel : JdkSelectorProvider.INSTANCE.openServerSocketChannel();
  }

  @Override
  public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    return JdkSelectorProvider.INSTANCE.openSocketChannel(family);
  }

  @Override
  public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
    return JdkSelectorProvider.INSTANCE.openServerSocketChannel(family);
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    return JdkSelectorProvider.INSTANCE.openDatagramChannel();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    return JdkSelectorProvider.INSTANCE.openDatagramChannel(family);
  }

  @Override
  public Pipe openPipe() throws IOException {
    return JdkSelectorProvider.INSTANCE.openPipe();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return JdkSelectorProvider.INSTANCE.openSelector();
  }

  @Override
  public Channel inheritedChannel() throws IOException {
    return JdkSelectorProvider.INSTANCE.inheritedChannel();
  }
}
