package io.github.smc4j.grpc;

import static java.util.concurrent.TimeUnit.MINUTES;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import io.github.smc4j.netty.SmcServerSocketChannel;
import io.github.smc4j.netty.SmcSocketChannel;
import io.grpc.netty.InternalNettyChannelBuilder;
import io.grpc.netty.InternalNettyServerBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;

/** What differs from gRPC's own transport: the channel types, and PINGs. */
final class GrpcOverSmc {
  static final int PRIORITY = 6;

  /**
   * Servers take a PING every 5 minutes, and end the connection of a client that sends them more
   * often (gRFC A8); a minute more makes up for what the network adds and takes away.
   */
  private static final int KEEP_ALIVE_MINUTES = 6;

  private GrpcOverSmc() {}

  /**
   * Whether gRPC is to use this transport at all. Wrong settings count, too: nobody could be told
   * of them while gRPC makes its list of transports.
   */
  static boolean isWanted() {
    try {
      return !new Converter(Settings.global()).isIdle();
    } catch (SmcConfigurationException toldByEveryBuilder) {
      return true;
    }
  }

  /**
   * Replaces the channel type, once gRPC has set it together with its own event loops, which all
   * channels share and which end when the last is gone.
   */
  static NettyChannelBuilder apply(NettyChannelBuilder builder) {
    Settings.global();
    InternalNettyChannelBuilder.useNioTransport(builder);
    return builder.channelType(SmcSocketChannel.class).keepAliveTime(KEEP_ALIVE_MINUTES, MINUTES);
  }

  /** The same for a server; it sends PINGs anyway. */
  static NettyServerBuilder apply(NettyServerBuilder builder) {
    Settings.global();
    InternalNettyServerBuilder.useNioTransport(builder);
    return builder.channelType(SmcServerSocketChannel.class);
  }
}
