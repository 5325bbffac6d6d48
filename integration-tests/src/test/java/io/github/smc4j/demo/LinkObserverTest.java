package io.github.smc4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkObserverTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void of_showsTcpListenersAndConnectionsOfAProcess() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
        Socket client = new Socket(LOOPBACK, server.getLocalPort())) {
      InetSocketAddress destination = new InetSocketAddress(LOOPBACK, server.getLocalPort());

      List<ObservedLink> links = LinkObserver.of(ProcessHandle.current().pid());

      assertThat(links).filteredOn(link -> link.isListeningOn(destination)).hasSize(1);
      assertThat(links)
          .filteredOn(link -> link.isConnectedTo(destination))
          .singleElement()
          .satisfies(
              link -> {
                assertThat(link.isTcp()).isTrue();
                assertThat(link.local()).isEqualTo(client.getLocalSocketAddress());
              });
    }
  }

  @Test
  void of_showsNothingOfAProcessThatHasEnded() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();

    assertThat(LinkObserver.of(process.pid())).isEmpty();
  }
}
