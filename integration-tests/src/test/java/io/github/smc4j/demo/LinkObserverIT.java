package io.github.smc4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.SmcChannels;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class LinkObserverIT {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void of_showsSmcListenersAndConnectionsOfAProcess() throws IOException {
    try (ServerSocketChannel server = SmcChannels.openServerSocketChannel(ANY_PORT)) {
      server.bind(ANY_PORT);
      InetSocketAddress destination = (InetSocketAddress) server.getLocalAddress();
      try (SocketChannel client = SmcChannels.openSocketChannel(destination)) {
        client.connect(destination);

        assertThat(LinkObserver.of(ProcessHandle.current().pid()))
            .anySatisfy(
                link -> {
                  assertThat(link.kind()).isEqualTo(Kind.SMC);
                  assertThat(link.isListeningOn(destination)).isTrue();
                })
            .anySatisfy(
                link -> {
                  assertThat(link.kind()).isEqualTo(Kind.SMC_D);
                  assertThat(link.isConnectedTo(destination)).isTrue();
                });
      }
    }
  }

  @Test
  void of_showsAFallbackWithItsCause() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(ANY_PORT);
      InetSocketAddress destination = (InetSocketAddress) server.getLocalAddress();
      try (SocketChannel client = SmcChannels.openSocketChannel(destination)) {
        client.connect(destination);

        assertThat(LinkObserver.connections(destination))
            .singleElement()
            .satisfies(
                link -> {
                  assertThat(link.isTcp()).isTrue();
                  assertThat(link.cause()).contains("0x03010000");
                });
      }
    }
  }
}
