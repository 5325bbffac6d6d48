package io.github.smc4j.grpc;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCredentials;
import io.grpc.ServerProvider;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 2, unit = MINUTES)
class ProvidersTest {
  private static final ChannelCredentials CLIENT = InsecureChannelCredentials.create();
  private static final ServerCredentials SERVER = InsecureServerCredentials.create();

  @Test
  void registries_chooseThisPlugin() {
    assertThat(ManagedChannelProvider.provider()).isInstanceOf(SmcChannelProvider.class);
    assertThat(ServerProvider.provider()).isInstanceOf(SmcServerProvider.class);
  }

  static Stream<Function<Integer, ManagedChannelBuilder<?>>> channelBuilders() {
    return Stream.of(
        port -> ManagedChannelBuilder.forTarget("dns:///127.0.0.1:" + port).usePlaintext(),
        port -> ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext(),
        port -> Grpc.newChannelBuilder("dns:///127.0.0.1:" + port, CLIENT),
        port -> Grpc.newChannelBuilderForAddress("127.0.0.1", port, CLIENT));
  }

  @ParameterizedTest
  @MethodSource("channelBuilders")
  void channel_ofEachWayToMakeIt_isAnswered(Function<Integer, ManagedChannelBuilder<?>> builders)
      throws Exception {
    requireAnswer(ServerBuilder.forPort(0), builders);
    requireAnswer(Grpc.newServerBuilderForPort(0, SERVER), builders);
  }

  private static void requireAnswer(
      ServerBuilder<?> builder, Function<Integer, ManagedChannelBuilder<?>> channels)
      throws Exception {
    Server server = builder.addService(Echo.service()).build().start();
    ManagedChannel channel = channels.apply(server.getPort()).build();
    try {
      assertThat(Echo.ask(channel, "hello")).isEqualTo("hello");
    } finally {
      end(channel, server);
    }
  }

  @Test
  void shutdown_leavesNoThread() throws Exception {
    requireAnswer(ServerBuilder.forPort(0), channelBuilders().findFirst().orElseThrow());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("grpc-")));
  }

  @Test
  void unknownCredentials_areLeftToOtherProviders() {
    assertThat(
            new SmcChannelProvider()
                .newChannelBuilder("127.0.0.1:1", new UnknownClient())
                .getError())
        .contains(UnknownClient.class.getName());
    assertThat(new SmcServerProvider().newServerBuilderForPort(0, new UnknownServer()).getError())
        .contains(UnknownServer.class.getName());
  }

  /** Nobody can wait for the first of them. */
  @Test
  void channel_sendsAPingAfterSixMinutes_whichServersPermit() throws Exception {
    Object builder = ManagedChannelBuilder.forTarget("127.0.0.1:1");
    Field time = builder.getClass().getDeclaredField("keepAliveTimeNanos");
    time.setAccessible(true);
    assertThat(Duration.ofNanos((long) time.get(builder))).isEqualTo(Duration.ofMinutes(6));
  }

  private static void end(ManagedChannel channel, Server server) throws InterruptedException {
    channel.shutdownNow();
    server.shutdownNow();
    assertThat(channel.awaitTermination(1, MINUTES)).isTrue();
    assertThat(server.awaitTermination(1, MINUTES)).isTrue();
  }

  private static final class UnknownClient extends ChannelCredentials {
    @Override
    public ChannelCredentials withoutBearerTokens() {
      return this;
    }
  }

  private static final class UnknownServer extends ServerCredentials {}
}
