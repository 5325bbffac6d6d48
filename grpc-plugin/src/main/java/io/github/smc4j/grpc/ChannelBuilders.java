package io.github.smc4j.grpc;

import static java.util.concurrent.TimeUnit.MINUTES;

import io.github.smc4j.internal.policy.Settings;
import io.github.smc4j.netty.SmcSocketChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider.NewChannelBuilderResult;
import io.grpc.netty.InternalNettyChannelBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyChannelProvider;

/** Puts gRPC's builders of channels on SMC; loaded where there is grpc-netty. */
final class ChannelBuilders {
  static final NettyChannelProvider NETTY = new NettyChannelProvider();

  /**
   * Servers take a PING every 5 minutes, and end the connection of a client that sends them more
   * often (gRFC A8); a minute more makes up for what the network adds and takes away.
   */
  private static final int KEEP_ALIVE_MINUTES = 6;

  private ChannelBuilders() {}

  /**
   * Replaces the channel type, once gRPC has set it together with its own event loops, which all
   * channels share and which end when the last is gone.
   */
  static ManagedChannelBuilder<?> overSmc(NettyChannelBuilder builder) {
    Settings.global();
    InternalNettyChannelBuilder.useNioTransport(builder);
    return builder.channelType(SmcSocketChannel.class).keepAliveTime(KEEP_ALIVE_MINUTES, MINUTES);
  }

  /** The same for what gRPC has made, unless that is the reason why it cannot. */
  static NewChannelBuilderResult overSmc(NewChannelBuilderResult made) {
    if (made.getChannelBuilder() instanceof NettyChannelBuilder builder) {
      overSmc(builder);
    }
    return made;
  }
}
