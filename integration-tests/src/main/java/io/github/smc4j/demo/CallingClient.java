package io.github.smc4j.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.smc4j.echo.EchoClient;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link EchoClient} in a process of its own. */
final class CallingClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int WARM_UP = 200;
  private static final int CALLS = 100;

  private final RunningProgram process;
  private final BufferedReader output;
  private final InetSocketAddress server;
  private Tally tally = new Tally(0, 0, "answers");
  private Duration time = Duration.ZERO;

  private CallingClient(RunningProgram process, InetSocketAddress server) {
    this.process = process;
    this.output = process.output();
    this.server = server;
  }

  /** Starts it; it will wait until it is told to call. */
  static CallingClient start(
      GrpcTransport transport, boolean withPlugin, InetSocketAddress server, Path directory)
      throws IOException {
    JavaProgram program =
        new JavaProgram(
            "the gRPC client",
            transport.classPath(withPlugin),
            List.of(),
            List.of(EchoClient.class.getName(), ObservedLink.text(server)),
            directory.resolve("grpc-client.log"));
    RunningProgram process = program.startReadable();
    process.endAfter(LIMIT);
    return new CallingClient(process, server);
  }

  void warmUp() throws IOException {
    answers(WARM_UP);
  }

  void call() throws IOException {
    long start = System.nanoTime();
    int answers = answers(CALLS);
    time = time.plusNanos(System.nanoTime() - start);
    tally = new Tally(tally.returned() + answers, tally.all() + CALLS, tally.things());
  }

  /** All its calls, and the connections that it has. */
  ClientRun run() throws IOException {
    return new ClientRun(LinkObserver.connections(process.pid(), server), tally, time);
  }

  /** How many of the calls were answered as they should be. */
  private int answers(int calls) throws IOException {
    String answers = ask(calls + "\n");
    if (answers == null) {
      throw process.failure("has ended", null);
    }
    return Integer.parseInt(answers);
  }

  private @Nullable String ask(String question) throws IOException {
    try {
      process.input().write(question.getBytes(US_ASCII));
      process.input().flush();
      return output.readLine();
    } catch (IOException e) {
      throw process.failure("takes no questions", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
