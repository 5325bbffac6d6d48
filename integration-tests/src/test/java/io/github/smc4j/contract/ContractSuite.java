package io.github.smc4j.contract;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Runs contracts over one transport, with each of the families that the class names. */
@ParameterizedClass
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ContractSuite implements Fixture {
  /** For a UDP socket that learns its route and sends nothing. */
  private static final int DISCARD_PORT = 9;

  @Parameter Family family;

  private final Transport transport;
  private final Ends ends;
  private final Nature nature;
  private final Peer peer;
  private final Deque<Closeable> resources = new ArrayDeque<>();

  ContractSuite(Transport transport, Ends ends, Nature nature, Peer peer) {
    this.transport = transport;
    this.ends = ends;
    this.nature = nature;
    this.peer = peer;
  }

  @BeforeAll
  void assumeTransport() {
    transport.assumeRunsOn(nature);
  }

  @AfterEach
  void closeResources() throws IOException {
    while (!resources.isEmpty()) {
      resources.pop().close();
    }
  }

  @Override
  public Transport transport() {
    return transport;
  }

  @Override
  public Ends ends() {
    return ends;
  }

  @Override
  public Nature nature() {
    return nature;
  }

  @Override
  public Family family() {
    return family;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public <C extends Closeable> C closing(C resource) {
    resources.push(resource);
    return resource;
  }

  @Override
  public InetSocketAddress here() throws IOException {
    try (DatagramSocket route = new DatagramSocket()) {
      route.connect(new InetSocketAddress(peer.address(family), DISCARD_PORT));
      return new InetSocketAddress(route.getLocalAddress(), 0);
    }
  }

  @Override
  public InetSocketAddress nobody() throws IOException {
    try (Peer.Listener listener = peer.listen(transport, family, new Behaviours.Close())) {
      return listener.address();
    }
  }
}
