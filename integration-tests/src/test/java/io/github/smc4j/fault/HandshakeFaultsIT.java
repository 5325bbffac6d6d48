package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.contract.Task;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Sockets whose path promises SMC to a server that has none. */
@Tag("lab")
class HandshakeFaultsIT extends BehindMiddlebox {
  private static final int NO_TIMEOUT = 0;

  /** Shorter than the kernel waits for an answer to its proposal: 6 s, CLC_WAIT_TIME. */
  private static final int SHORT_TIMEOUT = 5000;

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

  @Test
  void connect_redialsFromTheLocalAddressAndWithTheOptionsOfTheSocket() throws Exception {
    try (EchoServer server = EchoServer.overTcp(Reaction.CLOSE);
        Socket socket = new SmcSocketFactory().createSocket()) {
      socket.setKeepAlive(true);
      socket.setSoLinger(true, 7);
      socket.setSoTimeout(80_000);
      socket.bind(new InetSocketAddress(Middlebox.here(), 0));
      SocketAddress local = socket.getLocalSocketAddress();

      socket.connect(middlebox.inFrontOf(server.port()));

      assertThat(server.proposals()).isEqualTo(1);
      assertThat(socket.getLocalSocketAddress()).isEqualTo(local);
      assertThat(socket.getKeepAlive()).isTrue();
      assertThat(socket.getSoLinger()).isEqualTo(7);
      assertThat(socket.getSoTimeout()).isEqualTo(80_000);
      assertThat(Link.of(socket).kind()).isEqualTo(Link.Kind.TCP);
      Exchange.over(socket);
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JDK has no virtual threads")
  void connect_redialsOnAVirtualThread() throws Exception {
    try (EchoServer server = EchoServer.overTcp(Reaction.SILENCE)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());
      try (Socket socket = new SmcSocketFactory().createSocket()) {
        Task.startVirtual(
                () -> {
                  socket.connect(destination);
                  return null;
                })
            .result();
        assertThat(Link.of(socket).kind()).isEqualTo(Link.Kind.TCP);
        Exchange.over(socket);
      }
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  @Test
  void connect_failsWithTheCauseWhereSmcIsRequired() throws Exception {
    try (EchoServer server = EchoServer.overTcp(Reaction.GARBAGE);
        Socket socket = new SmcSocketFactory("smc.mode=require").createSocket()) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      assertThatThrownBy(() -> socket.connect(destination))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("SMC is required by smc.mode")
          .hasMessageContaining("the SMC handshake failed: Protocol error");
      assertThat(socket.isClosed()).isTrue();
      assertThat(Breaker.failures()).isEmpty();
    }
  }

  /** The second connection to the server is TCP from the start. */
  private void assertRedialled(Reaction reaction, int timeout, String cause) throws Exception {
    String fault = "socket with timeout " + timeout + ", server's reaction " + reaction;
    try (EchoServer server = EchoServer.overTcp(reaction)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      assertThat(assertConnectsOverTcp(fault, destination, timeout).toString())
          .startsWith("TCP, dialled with TCP: the SMC handshake failed: ")
          .contains(cause);
      assertThat(server.proposals()).isEqualTo(1);
      assertThat(Breaker.failures())
          .filteredOn(failure -> failure.destination().equals(destination))
          .singleElement()
          .satisfies(failure -> assertThat(failure.cause()).contains(cause));

      assertConnectsOverTcp(fault + ", again", destination, timeout);
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  private static Link assertConnectsOverTcp(
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
      return link;
    }
  }
}
