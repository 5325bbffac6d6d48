package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.SmcChannels;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The first link of SMC-R is not confirmed. Where both ends give up at once, each DECLINE stays in
 * the TCP stream of the other, 44 bytes.
 */
@Tag("stock")
@Timeout(120)
class SuspectFallbackIT {
  private static final String TIMEOUT_CL = "0x02010000";

  private static UnconfirmedRoce roce;

  private CheckingServer server;

  @BeforeAll
  static void install() throws IOException {
    roce = UnconfirmedRoce.install();
  }

  @AfterAll
  static void remove() throws IOException {
    roce.close();
  }

  @BeforeEach
  void listen() throws IOException {
    server = CheckingServer.listen(roce.address());
  }

  @AfterEach
  void theServerHasReadNoWrongByte() throws IOException {
    server.close();
    server.insistOnRightBytes();
  }

  @Test
  void aSocket_redialsWithTcpWhenTheDeclinesCross() throws Exception {
    Declines declines = Declines.ofBothEnds(server.address().getPort());

    exchangeOverTcp("the declines cross");

    declines.awaitArrival();
    assertThat(Breaker.failures()).singleElement().asString().contains(TIMEOUT_CL);
  }

  /** The client reads the only DECLINE, and the server closes what it has to suspect. */
  @Test
  void aSocket_redialsWithTcpWhenTheServerAloneDeclines() throws Exception {
    Declines declines = Declines.ofTheServer(server.address().getPort());

    exchangeOverTcp("the server alone declines");

    declines.awaitArrival();
    assertThat(Breaker.failures()).singleElement().asString().contains(TIMEOUT_CL);
  }

  @Test
  void aChannel_endsAndTheNextOneRunsOnTcpWhenTheDeclinesCross() throws Exception {
    Declines declines = Declines.ofBothEnds(server.address().getPort());
    try (SocketChannel channel = SmcChannels.openSocketChannel(server.address())) {
      long start = System.nanoTime();
      channel.connect(server.address());
      tell("channel, the declines cross, connected", start);
      declines.awaitArrival();
      await().until(() -> !Breaker.failures().isEmpty());

      assertHandsOutNothing(channel);
    }
    assertThat(Breaker.failures()).singleElement().asString().contains(TIMEOUT_CL);

    long start = System.nanoTime();
    try (SocketChannel next = SmcChannels.openSocketChannel(server.address())) {
      next.connect(server.address());
      Exchange.over(next.socket());
      tell("channel, the next one runs on " + Link.of(next), start);
      assertThat(Link.of(next).kind()).isEqualTo(Link.Kind.TCP);
    }
  }

  private static void assertHandsOutNothing(SocketChannel channel) {
    ByteBuffer bytes = ByteBuffer.allocate(100);
    try {
      tell("channel, the declines cross, reads " + channel.read(bytes), System.nanoTime());
    } catch (IOException e) {
      tell("channel, the declines cross, sees " + e, System.nanoTime());
    }
    assertThat(bytes.flip().remaining()).as("bytes read").isZero();
  }

  private void exchangeOverTcp(String fault) throws Exception {
    long start = System.nanoTime();
    try (Socket client = new SmcSocketFactory().createSocket()) {
      client.connect(server.address());
      tell("socket, " + fault + ", connected: " + Link.of(client), start);
      Exchange.over(client);
      tell("socket, " + fault + ", exchanged", start);
      assertThat(Link.of(client).kind()).isEqualTo(Link.Kind.TCP);
    }
  }

  private static void tell(String what, long start) {
    System.out.printf("fault: %s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }
}
