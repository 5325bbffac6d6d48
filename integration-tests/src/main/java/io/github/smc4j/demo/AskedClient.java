package io.github.smc4j.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A client in a process of its own, which asks its server a number of questions when told to. */
abstract class AskedClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int WARM_UP = 200;
  private static final int QUESTIONS = 100;

  private final RunningProgram process;
  private final BufferedReader output;
  private final InetSocketAddress server;
  private Tally tally;
  private Duration time = Duration.ZERO;

  /**
   * Starts it; it will wait until it is told to ask.
   *
   * @param answers what it gets from its server, in the plural
   */
  AskedClient(JavaProgram program, InetSocketAddress server, String answers) throws IOException {
    this.process = program.startReadable();
    this.output = process.output();
    this.server = server;
    this.tally = new Tally(0, 0, answers);
    process.endAfter(LIMIT);
  }

  /** Has it ask, and tells how many of the answers were as they should be. */
  abstract int answers(int questions) throws IOException;

  final void warmUp() throws IOException {
    answers(WARM_UP);
  }

  final void ask() throws IOException {
    long start = System.nanoTime();
    int answers = answers(QUESTIONS);
    time = time.plusNanos(System.nanoTime() - start);
    tally = new Tally(tally.returned() + answers, tally.all() + QUESTIONS, tally.things());
  }

  /** All that it asked, and the connections that it has. */
  final ClientRun run() throws IOException {
    return new ClientRun(LinkObserver.connections(process.pid(), server), tally, time);
  }

  final void tell(String line) throws IOException {
    try {
      process.input().write((line + "\n").getBytes(US_ASCII));
      process.input().flush();
    } catch (IOException e) {
      throw process.failure("takes no questions", e);
    }
  }

  final String said() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw process.failure("has ended", null);
    }
    return line;
  }

  @Override
  public final void close() {
    process.close();
  }
}
