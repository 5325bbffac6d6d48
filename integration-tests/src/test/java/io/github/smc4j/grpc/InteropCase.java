package io.github.smc4j.grpc;

import io.grpc.ManagedChannelBuilder;
import io.grpc.ServerBuilder;
import io.grpc.testing.integration.ListeningInterop;

/** gRPC's interop suite with a server and a channel of ours, made anew for each of its tests. */
public final class InteropCase extends ListeningInterop {
  private final GrpcPair pair;
  private final SeenConnections seen;

  InteropCase(GrpcPair pair, SeenConnections seen) {
    this.pair = pair;
    this.seen = seen;
  }

  @Override
  protected ServerBuilder<?> getServerBuilder() {
    return pair.server().addTransportFilter(seen).maxInboundMessageSize(MAX_MESSAGE_SIZE);
  }

  @Override
  protected ManagedChannelBuilder<?> createChannelBuilder() {
    return seen.of(pair.channel("127.0.0.1:" + port())).maxInboundMessageSize(MAX_MESSAGE_SIZE);
  }

  /** Measuring would need gRPC's interceptors for OpenCensus. */
  @Override
  protected boolean metricsExpected() {
    return false;
  }

  /** The suite's 10 MiB would take a guest a minute to encrypt and decrypt. */
  @Override
  protected int unaryPayloadLength() {
    return 2 << 20;
  }
}
