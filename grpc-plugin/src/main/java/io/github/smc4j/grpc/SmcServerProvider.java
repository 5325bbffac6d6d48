package io.github.smc4j.grpc;

import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import io.grpc.ServerProvider;

/**
 * Makes gRPC's servers as its provider for Netty does, and puts them on SMC. For gRPC alone to
 * call, and loaded without grpc-netty as well.
 */
public final class SmcServerProvider extends ServerProvider {
  /** For gRPC. */
  public SmcServerProvider() {}

  @Override
  public boolean isAvailable() {
    return ClassPath.suffices() && Rank.isWanted();
  }

  @Override
  public int priority() {
    return Rank.PRIORITY;
  }

  @Override
  public ServerBuilder<?> builderForPort(int port) {
    return ServerBuilders.forPort(port);
  }

  @Override
  public NewServerBuilderResult newServerBuilderForPort(int port, ServerCredentials credentials) {
    return ServerBuilders.forPort(port, credentials);
  }
}
