package io.github.smc4j.grpc;

import io.github.smc4j.internal.policy.Settings;
import io.github.smc4j.netty.SmcServerSocketChannel;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import io.grpc.ServerProvider.NewServerBuilderResult;
import io.grpc.netty.InternalNettyServerBuilder;
import io.grpc.netty.NettyServerBuilder;

/** Puts gRPC's builders of servers on SMC; loaded where there is grpc-netty. */
final class ServerBuilders {
  private ServerBuilders() {}

  static ServerBuilder<?> forPort(int port) {
    return overSmc(NettyServerBuilder.forPort(port));
  }

  /** As gRPC's provider does, of which this is not public. */
  static NewServerBuilderResult forPort(int port, ServerCredentials credentials) {
    NettyServerBuilder builder;
    try {
      builder = NettyServerBuilder.forPort(port, credentials);
    } catch (IllegalArgumentException unknownCredentials) {
      return NewServerBuilderResult.error(String.valueOf(unknownCredentials.getMessage()));
    }
    return NewServerBuilderResult.serverBuilder(overSmc(builder));
  }

  /** Keeps the event loops that gRPC shares and ends. Servers send PINGs anyway. */
  private static ServerBuilder<?> overSmc(NettyServerBuilder builder) {
    Settings.global();
    InternalNettyServerBuilder.useNioTransport(builder);
    return builder.channelType(SmcServerSocketChannel.class);
  }
}
