package io.github.smc4j.kafka;

import io.github.smc4j.SmcChannelFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A factory of the user's own: opens plain channels and keeps a record of what it was asked for.
 */
public final class RecordingChannelFactory implements SmcChannelFactory {
  static final List<Opened> OPENED = new CopyOnWriteArrayList<>();

  private final Properties properties;

  /** What a channel was opened for, and with which {@code smc.*} properties. */
  record Opened(InetSocketAddress destination, Properties properties) {}

  public RecordingChannelFactory(Properties properties) {
    this.properties = properties;
  }

  @Override
  public SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException {
    OPENED.add(new Opened(destination, properties));
    return SocketChannel.open();
  }
}
