package io.github.smc4j.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.SmcChannels;
import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.SocketType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
@Tag("once")
class OpenCloseIT {
  private static final int ROUNDS = 10;
  private static final int CYCLES = 1000;

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void sockets_leaveNothingBehind() throws Exception {
    SmcSocketFactory factory = new SmcSocketFactory();
    try (ServerSocket server = new SmcServerSocketFactory().createServerSocket()) {
      server.bind(ANY);
      assertLeavesNothing(
          () -> {
            try (Socket client = factory.createSocket()) {
              client.connect(server.getLocalSocketAddress());
              try (Socket accepted = server.accept()) {
                assertSmc(Descriptors.of(client));
                assertSmc(Descriptors.of(accepted));
              }
            }
          });
    }
  }

  @Test
  void channels_leaveNothingBehind() throws Exception {
    try (ServerSocketChannel server = SmcChannels.openServerSocketChannel()) {
      server.bind(ANY);
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      assertLeavesNothing(
          () -> {
            try (SocketChannel client = SmcChannels.openSocketChannel(address)) {
              client.connect(address);
              try (SocketChannel accepted = server.accept()) {
                assertSmc(Descriptors.of(client));
                assertSmc(Descriptors.of(accepted));
              }
            }
          });
    }
  }

  /**
   * Every connection has to be SMC: the kernel has 5000 direct memory buffers (SMC_LO_MAX_DMBS),
   * and if they stayed behind, connections would fall back to TCP before the end.
   */
  private static void assertSmc(int fd) throws IOException {
    assertThat(SocketType.isSmc(fd)).as("no fallback to TCP").isTrue();
  }

  private static void assertLeavesNothing(Cycle cycle) throws Exception {
    Holdings.counts(); // The first time makes buffers that the next ones use again
    repeat(CYCLES, cycle);
    Map<String, Long> held = Holdings.counts();

    long growth = growthOfARound(cycle);

    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertNoMoreThan(held));
    assertThat(growth)
        .as("bytes of heap that each %d connections leave behind", CYCLES)
        .isLessThan(CYCLES);
  }

  private static void assertNoMoreThan(Map<String, Long> held) throws IOException {
    Holdings.counts()
        .forEach(
            (what, count) ->
                assertThat(count).as(what).isLessThanOrEqualTo(held.getOrDefault(what, 0L)));
  }

  /**
   * How much more heap the objects take after a round, in bytes: the median, because a leak takes
   * more with every round, and whatever else lives in this JVM only now and then.
   */
  private static long growthOfARound(Cycle cycle) throws Exception {
    long[] growths = new long[ROUNDS];
    long before = Holdings.heap();
    for (int round = 0; round < ROUNDS; round++) {
      repeat(CYCLES, cycle);
      long after = Holdings.heap();
      growths[round] = after - before;
      before = after;
    }
    Arrays.sort(growths);
    return growths[ROUNDS / 2];
  }

  private static void repeat(int times, Cycle cycle) throws IOException {
    for (int i = 0; i < times; i++) {
      cycle.run();
    }
  }

  @FunctionalInterface
  private interface Cycle {
    void run() throws IOException;
  }
}
