package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Breaker;
import io.github.smc4j.FallbackCause;
import io.github.smc4j.Link;
import io.github.smc4j.SmcChannels;
import io.github.smc4j.contract.Family;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.SocketType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More handshakes at a time than the kernel works on, in its queue smc_hs_wq. */
@Tag("fault")
class CrowdIT {
  private static final Path LIMIT_HANDSHAKES = Path.of("/proc/sys/net/smc/limit_smc_hs");
  private static final int CROWD = 1500;

  /** The kernel lists all sockets to tell of one. */
  private static final int FEW = 5;

  private final List<SocketChannel> channels = new ArrayList<>();

  @BeforeEach
  void limitHandshakes() throws IOException {
    Files.writeString(LIMIT_HANDSHAKES, "1");
  }

  @AfterEach
  void close() throws IOException {
    Files.writeString(LIMIT_HANDSHAKES, "0");
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  @Test
  void limitedHandshakes_leaveTheRestToTcp() throws Exception {
    try (EchoServer server = EchoServer.overSmc()) {
      Attempt<List<SocketChannel>> attempt = Attempt.of(() -> connectAll(server.port()));
      List<SocketChannel> connected = attempt.success();
      List<SocketChannel> onTcp = new ArrayList<>();
      for (SocketChannel channel : connected) {
        if (!SocketType.isSmc(Descriptors.of(channel))) {
          onTcp.add(channel);
        }
      }
      attempt.report("limit_smc_hs", CROWD + " connections, on TCP " + onTcp.size());

      for (SocketChannel channel : connected) {
        Exchange.brieflyOver(channel.socket());
      }
      assertThat(onTcp).isNotEmpty();
      for (SocketChannel channel : onTcp.subList(0, Math.min(FEW, onTcp.size()))) {
        assertThat(Link.of(channel).localCause().map(FallbackCause::code)).contains(0x03010000);
      }
      assertThat(Breaker.failures()).isEmpty();
    }
  }

  private List<SocketChannel> connectAll(int port) throws IOException {
    InetSocketAddress destination = new InetSocketAddress(Family.IPV4.loopback(), port);
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < CROWD; i++) {
        SocketChannel channel = SmcChannels.openSocketChannel(destination);
        channels.add(channel);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT);
      }
      for (SocketChannel channel : channels) {
        channel.connect(destination);
      }
      finishAll(selector);
    }
    for (SocketChannel channel : channels) {
      channel.configureBlocking(true);
    }
    return channels;
  }

  private static void finishAll(Selector selector) throws IOException {
    int pending = CROWD;
    while (pending > 0) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        if (((SocketChannel) key.channel()).finishConnect()) {
          key.interestOps(0);
          pending--;
        }
      }
      selector.selectedKeys().clear();
    }
  }
}
