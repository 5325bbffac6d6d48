package io.github.smc4j.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import io.github.smc4j.contract.Task;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.echo.EchoService;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.ServerProvider;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the interop suite leaves out. */
@ParameterizedClass
@EnumSource
@Timeout(value = 5, unit = MINUTES)
abstract class BehaviourContract {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  /** As much as gRPC takes for one message unless told otherwise. */
  private static final int LARGEST = 4 << 20;

  private final GrpcPair pair;
  private final Kind kind;
  private final String providers;

  BehaviourContract(GrpcStack stack, Kind kind, String providers) {
    this.pair = GrpcPair.plaintext(stack);
    this.kind = kind;
    this.providers = providers;
  }

  @Test
  void registries_chooseAProviderOfThisPlace() {
    assertThat(ManagedChannelProvider.provider().getClass().getName()).startsWith(providers);
    assertThat(ServerProvider.provider().getClass().getName()).startsWith(providers);
  }

  @Test
  void largestMessages_streamBothWays() throws Exception {
    try (Conversation conversation = Conversation.of(pair)) {
      RecordedAnswers answers = new RecordedAnswers();
      StreamObserver<byte[]> requests = stream(conversation, answers);
      List<byte[]> messages = Stream.generate(BehaviourContract::largestMessage).limit(8).toList();
      messages.forEach(requests::onNext);
      requests.onCompleted();
      for (byte[] message : messages) {
        assertThat(answers.next()).isEqualTo(message);
      }
      answers.awaitEnd();
    }
  }

  private static byte[] largestMessage() {
    byte[] message = new byte[LARGEST];
    RandomGenerator.getDefault().nextBytes(message);
    return message;
  }

  @Test
  void thousandCallsAtOnce_shareOneConnection() throws Exception {
    int calls = 1000;
    try (Conversation conversation = Conversation.of(pair, new EchoService(calls))) {
      List<ListenableFuture<byte[]>> answers =
          Stream.generate(() -> ask(conversation.channel())).limit(calls).toList();
      for (ListenableFuture<byte[]> answer : answers) {
        assertThat(answer.get(Task.PATIENCE.toSeconds(), SECONDS)).isEqualTo(HELLO);
      }
      assertThat(conversation.seen().outside()).containsExactly(kind);
    }
  }

  @Test
  void nameWithSeveralAddresses_getsTheFirstThatAccepts() throws Exception {
    SeveralAddresses resolver = new SeveralAddresses();
    NameResolverRegistry.getDefaultRegistry().register(resolver);
    String target = "several:///127.0.0.1:" + closedPort() + ",";
    try (Conversation conversation = Conversation.of(pair, address -> target + address)) {
      assertThat(conversation.ask(HELLO)).isEqualTo(HELLO);
      assertThat(conversation.seen().outside()).containsExactly(kind);
    } finally {
      NameResolverRegistry.getDefaultRegistry().deregister(resolver);
    }
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void shutdownOfTheServer_letsCallsUnderWayEnd() throws Exception {
    try (Conversation conversation = Conversation.of(pair)) {
      RecordedAnswers answers = new RecordedAnswers();
      StreamObserver<byte[]> requests = stream(conversation, answers);
      requests.onNext(HELLO);
      assertThat(answers.next()).isEqualTo(HELLO);

      conversation.server().shutdown();
      requests.onNext(HELLO);
      assertThat(answers.next()).isEqualTo(HELLO);
      requests.onCompleted();

      answers.awaitEnd();
      assertThat(conversation.server().awaitTermination(1, MINUTES)).isTrue();
    }
  }

  @Test
  void peerThatStops_isNoticedByTheHeartbeat() throws Exception {
    try (SilentPeer peer = new SilentPeer()) {
      ManagedChannel channel =
          pair.channel("127.0.0.1:" + peer.address().getPort())
              .keepAliveTime(10, SECONDS)
              .keepAliveTimeout(1, SECONDS)
              .build();
      try {
        ListenableFuture<byte[]> answer = ask(channel);
        peer.awaitClient();
        assertThat(LinkObserver.kinds(peer.address())).containsExactly(kind);

        assertThatThrownBy(() -> answer.get(Task.PATIENCE.toSeconds(), SECONDS))
            .isInstanceOf(ExecutionException.class)
            .hasMessageContaining("UNAVAILABLE: Keepalive failed");
        peer.awaitGivenUp();
      } finally {
        channel.shutdownNow();
      }
    }
  }

  private static ListenableFuture<byte[]> ask(ManagedChannel channel) {
    return ClientCalls.futureUnaryCall(
        channel.newCall(EchoService.UNARY, CallOptions.DEFAULT), HELLO);
  }

  private static StreamObserver<byte[]> stream(Conversation conversation, RecordedAnswers answers) {
    return ClientCalls.asyncBidiStreamingCall(
        conversation.channel().newCall(EchoService.STREAM, CallOptions.DEFAULT), answers);
  }
}
