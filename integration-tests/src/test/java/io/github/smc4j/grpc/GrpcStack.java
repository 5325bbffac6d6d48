package io.github.smc4j.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;

/** gRPC's two transports on Netty, each with its plug-in, which no registry has to choose. */
enum GrpcStack {
  PLAIN {
    @Override
    ManagedChannelBuilder<?> channel(String target, ChannelCredentials credentials) {
      return new SmcChannelProvider().newChannelBuilder(target, credentials).getChannelBuilder();
    }

    @Override
    ServerBuilder<?> server(int port, ServerCredentials credentials) {
      return new SmcServerProvider().newServerBuilderForPort(port, credentials).getServerBuilder();
    }
  },

  SHADED {
    @Override
    ManagedChannelBuilder<?> channel(String target, ChannelCredentials credentials) {
      return new io.github.smc4j.grpc.shaded.SmcChannelProvider()
          .newChannelBuilder(target, credentials)
          .getChannelBuilder();
    }

    @Override
    ServerBuilder<?> server(int port, ServerCredentials credentials) {
      return new io.github.smc4j.grpc.shaded.SmcServerProvider()
          .newServerBuilderForPort(port, credentials)
          .getServerBuilder();
    }
  };

  abstract ManagedChannelBuilder<?> channel(String target, ChannelCredentials credentials);

  abstract ServerBuilder<?> server(int port, ServerCredentials credentials);
}
