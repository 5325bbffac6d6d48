package io.github.smc4j.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.Set;

/**
 * Makes gRPC's channels as its provider for Netty does, and puts them on SMC. For gRPC alone to
 * call, and loaded without grpc-netty as well.
 */
public final class SmcChannelProvider extends ManagedChannelProvider {
  /** For gRPC. */
  public SmcChannelProvider() {}

  @Override
  public boolean isAvailable() {
    return ClassPath.suffices() && Rank.isWanted();
  }

  @Override
  public int priority() {
    return Rank.PRIORITY;
  }

  @Override
  public ManagedChannelBuilder<?> builderForAddress(String name, int port) {
    return ChannelBuilders.overSmc(ChannelBuilders.NETTY.builderForAddress(name, port));
  }

  @Override
  public ManagedChannelBuilder<?> builderForTarget(String target) {
    return ChannelBuilders.overSmc(ChannelBuilders.NETTY.builderForTarget(target));
  }

  @Override
  public NewChannelBuilderResult newChannelBuilder(String target, ChannelCredentials credentials) {
    return ChannelBuilders.overSmc(ChannelBuilders.NETTY.newChannelBuilder(target, credentials));
  }

  /** Since gRPC 1.83; older ones do not call it. */
  @Override
  public NewChannelBuilderResult newChannelBuilder(
      String target,
      ChannelCredentials credentials,
      NameResolverRegistry registry,
      NameResolverProvider provider) {
    return ChannelBuilders.overSmc(
        ChannelBuilders.NETTY.newChannelBuilder(target, credentials, registry, provider));
  }

  /** No others, so that {@code unix:} targets are left to gRPC. */
  @Override
  public Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
    return Set.of(InetSocketAddress.class);
  }
}
