package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.SmcSocketFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sockets whose path promises SMC to a server that has none. */
@Tag("lab")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeFaultsIT {
  private static final int NO_TIMEOUT = 0;

  /** Shorter than the kernel waits for an answer to its proposal: 6 s, CLC_WAIT_TIME. */
  private static final int SHORT_TIMEOUT = 5000;

  private Middlebox middlebox;

  @BeforeAll
  void startMiddlebox(@TempDir Path directory) throws Exception {
    middlebox = Middlebox.start(directory);
  }

  @AfterAll
  void stopMiddlebox() throws Exception {
    middlebox.close();
  }

  @BeforeEach
  void forgetFailures() {
    Breaker.clear();
  }

  @Test
  void connect_redialsWithTcpWhenTheServerIsSilent() throws Exception {
    assertRedialled(Reaction.SILENCE, NO_TIMEOUT, "timed out");
  }

  @Test
  void connect_redialsWithTcpWithinATimeoutShorterThanTheKernels() throws Exception {
    assertRedialled(Reaction.SILENCE, SHORT_TIMEOUT, "timed out");
  }

  @Test
  void connect_redialsWithTcpWhenTheServerAnswersInItsOwnProtocol() throws Exception {
    assertRedialled(Reaction.GARBAGE, NO_TIMEOUT, "Protocol error");
    assertRedialled(Reaction.GARBAGE, SHORT_TIMEOUT, "Protocol error");
  }

  @Test
  void connect_redialsWithTcpWhenTheServerSendsTheProposalBack() throws Exception {
    assertRedialled(Reaction.ECHO, NO_TIMEOUT, "Protocol error");
    assertRedialled(Reaction.ECHO, SHORT_TIMEOUT, "Protocol error");
  }

  @Test
  void connect_redialsWithTcpWhenTheServerCloses() throws Exception {
    assertRedialled(Reaction.CLOSE, NO_TIMEOUT, "Connection reset");
    assertRedialled(Reaction.CLOSE, SHORT_TIMEOUT, "Connection reset");
  }

  @Test
  void connect_redialsWithTcpWhenTheServerResets() throws Exception {
    assertRedialled(Reaction.RESET, NO_TIMEOUT, "Connection reset");
    assertRedialled(Reaction.RESET, SHORT_TIMEOUT, "Connection reset");
  }

  /** The second connection to the server is TCP from the start. */
  private void assertRedialled(Reaction reaction, int timeout, String cause) throws Exception {
    String fault = "socket with timeout " + timeout + ", server's reaction " + reaction;
    try (EchoServer server = EchoServer.overTcp(reaction)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      assertConnectsOverTcp(fault, destination, timeout);
      assertThat(server.proposals()).isEqualTo(1);
      assertThat(Breaker.failures())
          .filteredOn(failure -> failure.destination().equals(destination))
          .singleElement()
          .satisfies(failure -> assertThat(failure.cause()).contains(cause));

      assertConnectsOverTcp(fault + ", again", destination, timeout);
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  private static void assertConnectsOverTcp(
      String fault, InetSocketAddress destination, int timeout) throws Exception {
    try (Socket socket = new SmcSocketFactory().createSocket()) {
      Attempt<Socket> attempt =
          Attempt.of(
              () -> {
                socket.connect(destination, timeout);
                return socket;
              });
      Link link = Link.of(attempt.success());
      attempt.report(fault, link);
      assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
      Exchange.over(socket);
    }
  }
}
