package io.github.smc4j.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.InternalManagedChannelProvider;
import io.grpc.InternalServerProvider;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import io.grpc.ServerProvider;
import java.util.ServiceLoader;

/**
 * gRPC's two transports on Netty, each with its plug-in, which no registry has to choose. The
 * shaded one's classes are there once it is packaged, which is later than this is compiled.
 */
enum GrpcStack {
  PLAIN("io.github.smc4j.grpc"),
  SHADED("io.github.smc4j.grpc.shaded");

  private final String plugin;

  GrpcStack(String plugin) {
    this.plugin = plugin;
  }

  ManagedChannelBuilder<?> channel(String target, ChannelCredentials credentials) {
    return InternalManagedChannelProvider.newChannelBuilder(
            provider(ManagedChannelProvider.class), target, credentials)
        .getChannelBuilder();
  }

  ServerBuilder<?> server(int port, ServerCredentials credentials) {
    return InternalServerProvider.newServerBuilderForPort(
            provider(ServerProvider.class), port, credentials)
        .getServerBuilder();
  }

  private <P> P provider(Class<P> service) {
    return ServiceLoader.load(service).stream()
        .filter(provider -> provider.type().getPackageName().equals(plugin))
        .findAny()
        .orElseThrow(() -> new AssertionError("no " + service.getName() + " of " + plugin))
        .get();
  }
}
