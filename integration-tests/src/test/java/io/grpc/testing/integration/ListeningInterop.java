package io.grpc.testing.integration;

import java.net.InetSocketAddress;

/** Lets tests of other packages know where gRPC's interop suite has its server listen. */
public abstract class ListeningInterop extends AbstractInteropTest {
  protected final int port() {
    return ((InetSocketAddress) getListenAddress()).getPort();
  }
}
