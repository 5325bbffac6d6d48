package io.github.smc4j.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Task;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.echo.EchoService;
import io.github.smc4j.process.RunningProgram;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With an implementation of gRPC at the other end that has nothing of Java's. */
@Timeout(value = 5, unit = MINUTES)
abstract class NodeContract {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  private final GrpcPair pair = GrpcPair.plaintext(GrpcStack.PLAIN);
  private final Kind kind;
  private Node node;

  NodeContract(Kind kind) {
    this.kind = kind;
  }

  /** What Node.js gets added to its environment; new files go to the directory. */
  abstract Map<String, String> environment(Path directory) throws Exception;

  @BeforeEach
  void prepare(@TempDir Path directory) throws Exception {
    node = new Node(directory, environment(directory));
  }

  @Test
  void serverOfNode_answersAChannel() throws Exception {
    try (RunningProgram program = node.start("server.js")) {
      InetSocketAddress server = address(Integer.parseInt(firstLine(program)));
      ManagedChannel channel = pair.channel("127.0.0.1:" + server.getPort()).build();
      try {
        assertAnswered(channel, HELLO);
        assertAnswered(channel, megabyte());
        assertThat(LinkObserver.kinds(server)).containsExactly(kind);
      } finally {
        channel.shutdownNow();
      }
    }
  }

  @Test
  void clientOfNode_isAnsweredByAServer() throws Exception {
    Server server = pair.server().addService(new EchoService(1)).build().start();
    try (RunningProgram program = node.start("client.js", "127.0.0.1:" + server.getPort())) {
      assertThat(firstLine(program)).isEqualTo("all answers are right");
      assertThat(LinkObserver.connections(program.pid(), address(server.getPort())))
          .extracting(ObservedLink::kind)
          .containsExactly(kind);
      program.input().close();
      program.awaitSuccess(Task.PATIENCE);
    } finally {
      server.shutdownNow();
    }
  }

  private static void assertAnswered(ManagedChannel channel, byte[] request) {
    CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(Task.PATIENCE.toSeconds(), SECONDS);
    assertThat(ClientCalls.blockingUnaryCall(channel, EchoService.UNARY, options, request))
        .isEqualTo(request);
    assertThat(
            ClientCalls.blockingServerStreamingCall(channel, EchoService.REPEAT, options, request))
        .toIterable()
        .hasSize(EchoService.REPETITIONS)
        .allSatisfy(answer -> assertThat(answer).isEqualTo(request));
  }

  private static byte[] megabyte() {
    byte[] message = new byte[1 << 20];
    RandomGenerator.getDefault().nextBytes(message);
    return message;
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(Family.IPV4.loopback(), port);
  }

  private static String firstLine(RunningProgram program) throws IOException {
    program.endAfter(Task.PATIENCE);
    String line = program.output().readLine();
    if (line == null) {
      throw program.failure("has printed nothing", null);
    }
    return line;
  }
}
