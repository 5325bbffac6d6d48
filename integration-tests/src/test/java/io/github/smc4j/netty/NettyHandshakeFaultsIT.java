package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.contract.Task;
import io.github.smc4j.fault.BehindMiddlebox;
import io.github.smc4j.fault.EchoServer;
import io.github.smc4j.fault.Reaction;
import io.github.smc4j.fault.UnreachableRoute;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty channels whose path promises SMC to a server that has none. */
@Tag("fault")
class NettyHandshakeFaultsIT extends BehindMiddlebox {
  /** Shorter than the kernel waits for an answer to its proposal: 6 s, CLC_WAIT_TIME. */
  private static final int SHORT_TIMEOUT = 5000;

  private static final int NETTYS_TIMEOUT = 30_000;

  private final Loops nio = Loops.nio();
  private final Loops epoll = Loops.epoll();

  @ParameterizedTest
  @EnumSource
  void connect_redialsWithTcp(Reaction reaction) throws Exception {
    assertRedialled(reaction, NETTYS_TIMEOUT);
  }

  @Test
  void connect_redialsWithTcpWithinATimeoutShorterThanTheKernels() throws Exception {
    assertRedialled(Reaction.SILENCE, SHORT_TIMEOUT);
  }

  @Test
  void connect_tellsWhyTcpFailsToo() throws Exception {
    Bootstrap client = nio.client().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, SHORT_TIMEOUT);
    try (EchoServer silent = EchoServer.overTcp(Reaction.SILENCE)) {
      InetSocketAddress destination = middlebox.inFrontOf(silent.port());
      ChannelFuture connecting = client.handler(new Dialogue()).connect(destination);
      await().atMost(Task.PATIENCE).until(() -> silent.proposals() == 1);

      UnreachableRoute.during(destination.getAddress(), connecting::await);

      assertThat(connecting.cause()).isInstanceOf(NoRouteToHostException.class);
      connecting.channel().closeFuture().sync();
    }
  }

  @ParameterizedTest
  @EnumSource
  void epollsFirstRetry_isTcp(Reaction reaction) throws Exception {
    try (EchoServer server = EchoServer.overTcp(reaction)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      Dialogue none = new Dialogue();
      ChannelFuture failed = epoll.client().handler(none).connect(destination).await();
      assertThat(failed.cause()).isNotNull();
      assertThat(none.activations()).isZero();
      failed.channel().closeFuture().await();
      assertThat(server.proposals()).isEqualTo(1);

      assertConnectsOverTcp(epoll.client(), destination);
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  @Test
  void eventLoop_servesOthersWhileAServerIsSilent() throws Exception {
    try (EchoServer silent = EchoServer.overTcp(Reaction.SILENCE);
        EchoServer other = EchoServer.overSmc()) {
      Bootstrap client = Loops.nio(1).client();
      ChannelFuture pending =
          client.clone().handler(new Dialogue()).connect(middlebox.inFrontOf(silent.port()));

      Dialogue dialogue = new Dialogue();
      Channel channel =
          client
              .clone()
              .handler(dialogue)
              .connect(InetAddress.getLoopbackAddress(), other.port())
              .sync()
              .channel();
      dialogue.exchange(channel);

      assertThat(pending.isDone()).isFalse();
      pending.channel().close().sync();
      channel.close().sync();
    }
  }

  static Stream<Loops> loops() {
    return Stream.of(Loops.nio(1), Loops.epoll(1, new SmcEpollChannelFactory()));
  }

  @ParameterizedTest
  @MethodSource("loops")
  void close_endsAConnectBeforeTheKernelWould(Loops loops) throws Exception {
    try (EchoServer silent = EchoServer.overTcp(Reaction.SILENCE)) {
      InetSocketAddress destination = middlebox.inFrontOf(silent.port());
      ChannelFuture given = connect(loops, destination);
      ChannelFuture kept = connect(loops, destination);
      await().atMost(Task.PATIENCE).until(() -> silent.proposals() == 2);

      given.channel().close().sync();

      assertThat(given.await().isSuccess()).isFalse();
      assertThat(kept.isDone()).isFalse();
      assertThat(Breaker.failures()).isEmpty();
      kept.channel().close().sync();
    }
  }

  private static ChannelFuture connect(Loops loops, InetSocketAddress destination) {
    return loops.client().handler(new Dialogue()).connect(destination);
  }

  @Test
  void connect_failsWithTheCauseWhereSmcIsRequired() throws Exception {
    Converter required = new Converter(Settings.global().with("smc.mode=require"));
    try (EchoServer server = EchoServer.overTcp(Reaction.GARBAGE)) {
      Bootstrap client =
          new Bootstrap()
              .group(nio.group())
              .channelFactory(() -> new SmcSocketChannel(required))
              .handler(new Dialogue());

      assertThatThrownBy(() -> client.connect(middlebox.inFrontOf(server.port())).sync())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("SMC is required by smc.mode")
          .hasMessageContaining("the SMC handshake failed: Protocol error");
      assertThat(Breaker.failures()).isEmpty();
    }
  }

  /** The second connection to the server is TCP from the start. */
  private void assertRedialled(Reaction reaction, int timeout) throws Exception {
    Bootstrap client = nio.client().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeout);
    try (EchoServer server = EchoServer.overTcp(reaction)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      assertThat(assertConnectsOverTcp(client, destination).toString())
          .startsWith("TCP, dialled with TCP: the SMC handshake failed: ");
      assertThat(server.proposals()).isEqualTo(1);

      assertConnectsOverTcp(client, destination);
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  private static Link assertConnectsOverTcp(Bootstrap client, InetSocketAddress destination)
      throws Exception {
    Dialogue dialogue = new Dialogue();
    Channel channel = client.clone().handler(dialogue).connect(destination).sync().channel();
    try {
      Link link = Link.of(channel);
      assertThat(link.kind()).isEqualTo(Link.Kind.TCP);
      dialogue.exchange(channel);
      assertThat(dialogue.activations()).isEqualTo(1);
      return link;
    } finally {
      channel.close().sync();
    }
  }
}
