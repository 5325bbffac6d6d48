package io.github.smc4j.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectSocketsTest {
  private final ProxySelector selector = ProxySelector.getDefault();

  @AfterEach
  void withoutProxy() {
    System.clearProperty("socksProxyHost");
    System.clearProperty("socksProxyPort");
    System.clearProperty("socksNonProxyHosts");
    ProxySelector.setDefault(selector);
  }

  @Test
  void open_connectsWithoutAProxyWhereThereIsNone() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket socket = DirectSockets.open()) {
      socket.connect(server.getLocalSocketAddress());
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void open_connectsThroughTheSocksProxyOfTheJvm() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      System.setProperty("socksProxyHost", "127.0.0.1");
      System.setProperty("socksProxyPort", String.valueOf(proxy.getLocalPort()));
      System.setProperty("socksNonProxyHosts", "");
      assertAsked(proxy);
    }
  }

  @Test
  void open_connectsThroughTheProxyThatASelectorNames() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      ProxySelector.setDefault(new Selector(proxy.getLocalSocketAddress()));
      assertAsked(proxy);
    }
  }

  /** The proxy closes what it has accepted, so connecting through it fails. */
  private static void assertAsked(ServerSocket proxy) throws Exception {
    Thread closing =
        new Thread(
            () -> {
              try {
                proxy.accept().close();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    closing.start();
    try (Socket socket = DirectSockets.open()) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress("192.0.2.1", 80), 60_000))
          .isInstanceOf(SocketException.class);
    }
    closing.join();
  }

  private static final class Selector extends ProxySelector {
    private final SocketAddress address;

    Selector(SocketAddress address) {
      this.address = address;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(new Proxy(Proxy.Type.SOCKS, address));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress socketAddress, IOException e) {}
  }
}
