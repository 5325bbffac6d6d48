package io.github.smc4j.grpc;

import io.github.smc4j.jdbc.CertificateAuthority;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;

/**
 * How channels and servers are made that can talk to each other.
 *
 * @param clients what channels prove and trust
 * @param servers what servers do
 */
record GrpcPair(GrpcStack stack, ChannelCredentials clients, ServerCredentials servers) {
  /** Without TLS. */
  static GrpcPair plaintext(GrpcStack stack) {
    return new GrpcPair(
        stack, InsecureChannelCredentials.create(), InsecureServerCredentials.create());
  }

  /** With TLS, and a server that this authority vouches for. */
  static GrpcPair tls(
      GrpcStack stack, CertificateAuthority authority, CertificateAuthority.Identity server)
      throws Exception {
    return new GrpcPair(
        stack,
        TlsChannelCredentials.newBuilder().trustManager(authority.certificate().toFile()).build(),
        TlsServerCredentials.create(server.certificate().toFile(), server.key().toFile()));
  }

  ManagedChannelBuilder<?> channel(String target) {
    return stack.channel(target, clients);
  }

  /** A server on a port of the kernel's choice. */
  ServerBuilder<?> server() {
    return server(0);
  }

  ServerBuilder<?> server(int port) {
    return stack.server(port, servers);
  }
}
