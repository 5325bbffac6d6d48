package io.github.smc4j.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannelProvider;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyChannelProvider;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.Set;

/** Makes gRPC's builders of channels as its own provider does, and puts them on SMC. */
public final class SmcChannelProvider extends ManagedChannelProvider {
  /** For gRPC. */
  public SmcChannelProvider() {}

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
  public NettyChannelBuilder builderForAddress(String name, int port) {
    return GrpcOverSmc.apply(new NettyChannelProvider().builderForAddress(name, port));
  }

  @Override
  public NettyChannelBuilder builderForTarget(String target) {
    return GrpcOverSmc.apply(new NettyChannelProvider().builderForTarget(target));
  }

  @Override
  public NewChannelBuilderResult newChannelBuilder(String target, ChannelCredentials credentials) {
    return apply(new NettyChannelProvider().newChannelBuilder(target, credentials));
  }

  @Override
  public NewChannelBuilderResult newChannelBuilder(
      String target,
      ChannelCredentials credentials,
      NameResolverRegistry registry,
      NameResolverProvider provider) {
    return apply(
        new NettyChannelProvider().newChannelBuilder(target, credentials, registry, provider));
  }

  /** Applies it to what gRPC made, unless that is the reason why it cannot. */
  private static NewChannelBuilderResult apply(NewChannelBuilderResult made) {
    if (made.getChannelBuilder() instanceof NettyChannelBuilder builder) {
      GrpcOverSmc.apply(builder);
    }
    return made;
  }

  @Override
  public Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
    return Set.of(InetSocketAddress.class);
  }
}
