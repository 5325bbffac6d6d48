package io.github.smc4j.netty;

import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DefaultSocketChannelConfig;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.channel.socket.nio.NioChannelOption;
import java.util.Map;

/** Lists what Netty's config of a NIO channel lists, with the values that another config tells. */
final class AllOptions extends DefaultSocketChannelConfig {
  private final SocketChannelConfig values;
  private final ChannelOption<?>[] jdkOptions;

  AllOptions(SocketChannelConfig values, SmcSocketChannel channel) {
    super(channel, channel.jdkChannel().socket());
    this.values = values;
    this.jdkOptions =
        channel.jdkChannel().supportedOptions().stream()
            .map(NioChannelOption::of)
            .toArray(ChannelOption<?>[]::new);
  }

  /** The constructor calls this, and the channel may have been told otherwise. */
  @Override
  public SocketChannelConfig setTcpNoDelay(boolean noDelay) {
    return this;
  }

  @Override
  public <T> T getOption(ChannelOption<T> option) {
    return values.getOption(option);
  }

  @Override
  public Map<ChannelOption<?>, Object> getOptions() {
    return getOptions(super.getOptions(), jdkOptions);
  }
}
