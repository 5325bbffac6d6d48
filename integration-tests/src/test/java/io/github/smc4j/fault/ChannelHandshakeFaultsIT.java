package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Channels whose path promises SMC to a server that has none. The JDK closes a channel that fails
 * to connect, so the middleware above has to open another.
 */
@Tag("fault")
class ChannelHandshakeFaultsIT extends BehindMiddlebox {
  @ParameterizedTest
  @EnumSource
  void firstRetry_isTcpWhenTheServerWasSilent(Dial dial) throws Exception {
    assertFirstRetryIsTcp(dial, Reaction.SILENCE);
  }

  @ParameterizedTest
  @EnumSource
  void firstRetry_isTcpWhenTheServerAnsweredInItsOwnProtocol(Dial dial) throws Exception {
    assertFirstRetryIsTcp(dial, Reaction.GARBAGE);
  }

  @ParameterizedTest
  @EnumSource
  void firstRetry_isTcpWhenTheServerSentTheProposalBack(Dial dial) throws Exception {
    assertFirstRetryIsTcp(dial, Reaction.ECHO);
  }

  @ParameterizedTest
  @EnumSource
  void firstRetry_isTcpWhenTheServerClosed(Dial dial) throws Exception {
    assertFirstRetryIsTcp(dial, Reaction.CLOSE);
  }

  @ParameterizedTest
  @EnumSource
  void firstRetry_isTcpWhenTheServerReset(Dial dial) throws Exception {
    assertFirstRetryIsTcp(dial, Reaction.RESET);
  }

  private void assertFirstRetryIsTcp(Dial dial, Reaction reaction) throws Exception {
    String fault = dial + " channel, server's reaction " + reaction;
    try (EchoServer server = EchoServer.overTcp(reaction)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      Attempt<SocketChannel> attempt = Attempt.of(() -> dial.dial(destination));
      attempt.report(fault, attempt);
      assertThat(attempt.failure()).isNotNull();
      assertThat(server.proposals()).isEqualTo(1);

      assertRetryIsTcp(fault + ", again", dial, destination);
      assertThat(server.proposals()).isEqualTo(1);
      assertThat(Breaker.failures())
          .singleElement()
          .satisfies(
              failure -> {
                assertThat(failure.destination()).isEqualTo(destination);
                assertThat(failure.cause()).contains("the SMC handshake failed");
              });
    }
  }

  private static void assertRetryIsTcp(String fault, Dial dial, InetSocketAddress destination)
      throws Exception {
    Attempt<SocketChannel> attempt = Attempt.of(() -> dial.dial(destination));
    try (SocketChannel channel = attempt.success()) {
      Link link = Link.of(channel);
      attempt.report(fault, link);
      assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
      Exchange.over(channel.socket());
    }
  }
}
