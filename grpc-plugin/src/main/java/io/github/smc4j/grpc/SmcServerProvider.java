package io.github.smc4j.grpc;

import io.grpc.ServerCredentials;
import io.grpc.ServerProvider;
import io.grpc.netty.NettyServerBuilder;

/** Makes gRPC's builders of servers as its own provider does, and puts them on SMC. */
public final class SmcServerProvider extends ServerProvider {
  /** For gRPC. */
  public SmcServerProvider() {}

  @Override
  public boolean isAvailable() {
    return GrpcOverSmc.isWanted();
  }

  /** One more than gRPC's own. */
  @Override
  public int priority() {
    return GrpcOverSmc.PRIORITY;
  }

  @Override
  public NettyServerBuilder builderForPort(int port) {
    return GrpcOverSmc.apply(NettyServerBuilder.forPort(port));
  }

  @Override
  public NewServerBuilderResult newServerBuilderForPort(int port, ServerCredentials credentials) {
    NettyServerBuilder builder;
    try {
      builder = NettyServerBuilder.forPort(port, credentials);
    } catch (IllegalArgumentException unknownCredentials) {
      return NewServerBuilderResult.error(String.valueOf(unknownCredentials.getMessage()));
    }
    return NewServerBuilderResult.serverBuilder(GrpcOverSmc.apply(builder));
  }
}
