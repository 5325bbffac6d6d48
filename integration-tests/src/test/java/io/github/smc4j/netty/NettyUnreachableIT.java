package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Breaker;
import io.github.smc4j.contract.Task;
import io.github.smc4j.fault.EmptyNetwork;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import java.net.NoRouteToHostException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts that are not there: of some, Linux before 7.1 tells with EPOLLHUP alone. */
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettyUnreachableIT {
  /** Of no use: the test is to see the failure, not Netty's timeout. */
  private static final int NO_TIMEOUT = 0;

  private static final int SHORTER_THAN_ANY_LOOKUP = 1_000;

  /** A lookup takes the kernel three seconds. */
  private static final int LESS_THAN_TWO_LOOKUPS = 5_000;

  private EmptyNetwork network;

  @BeforeAll
  void makeNetwork() throws Exception {
    network = EmptyNetwork.make();
  }

  @AfterAll
  void removeNetwork() throws Exception {
    network.close();
  }

  static Stream<Bootstrap> clients() {
    return Stream.of(Loops.nio(1), Loops.epoll()).map(Loops::client);
  }

  @ParameterizedTest
  @MethodSource("clients")
  void connect_findsNoHostAsOverTcp(Bootstrap client) throws Exception {
    assertThat(failure(client, NO_TIMEOUT)).isInstanceOf(NoRouteToHostException.class);
    assertThat(Breaker.failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void connect_hasNettysTimeout(Bootstrap client) throws Exception {
    assertThat(failure(client, SHORTER_THAN_ANY_LOOKUP))
        .isInstanceOf(ConnectTimeoutException.class);
  }

  /** What is left to TCP is less than the kernel looks for the host, which is not SMC's fault. */
  @Test
  void connect_blamesNobodyWhereTcpHasFailedAfterSmcHadItsShare() throws Exception {
    assertThat(failure(Loops.nio(1).client(), LESS_THAN_TWO_LOOKUPS))
        .isInstanceOf(NoRouteToHostException.class);
    assertThat(Breaker.failures()).isEmpty();
  }

  private Throwable failure(Bootstrap client, int timeout) throws Exception {
    Dialogue dialogue = new Dialogue();
    ChannelFuture connecting =
        client
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeout)
            .handler(dialogue)
            .connect(network.nobody());

    assertThat(connecting.await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    connecting.channel().closeFuture().sync();
    assertThat(dialogue.activations()).isZero();
    return connecting.cause();
  }
}
