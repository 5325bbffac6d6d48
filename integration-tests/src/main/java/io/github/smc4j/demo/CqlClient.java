package io.github.smc4j.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.smc4j.cassandra.CassandraServer;
import io.github.smc4j.cassandra.CqlShell;
import io.github.smc4j.process.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A {@link CqlShell} in a process of its own, which is asked one question after the other. */
final class CqlClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int WARM_UP = 100;
  private static final int QUERIES = 100;
  private static final String QUESTION = "SELECT key FROM system.local\n";
  private static final String ROW = "[key:'local']";
  private static final String END = "(1 rows)";

  private final CassandraServer server;
  private final RunningProgram process;
  private final BufferedReader output;
  private Tally tally = new Tally(0, 0, "rows");
  private Duration time = Duration.ZERO;

  private CqlClient(CassandraServer server, RunningProgram process) {
    this.server = server;
    this.process = process;
    this.output = process.output();
  }

  /**
   * Starts it; it will wait until it is told to query.
   *
   * @param driver the folder with the driver's jars
   * @param options of its virtual machine
   */
  static CqlClient start(CassandraServer server, Path driver, List<String> options, Path directory)
      throws IOException {
    Path log = directory.resolve("cassandra-client.log");
    RunningProgram process = server.client(driver, options, log).startReadable();
    process.endAfter(LIMIT);
    return new CqlClient(server, process);
  }

  void warmUp() throws IOException {
    answers(WARM_UP);
  }

  void query() throws IOException {
    long start = System.nanoTime();
    int answers = answers(QUERIES);
    time = time.plusNanos(System.nanoTime() - start);
    tally = new Tally(tally.returned() + answers, tally.all() + QUERIES, tally.things());
  }

  /** All its queries, and the connections that it has. */
  ClientRun run() throws IOException {
    return new ClientRun(LinkObserver.connections(process.pid(), server.listener()), tally, time);
  }

  /** How many of the questions were answered as they should be. */
  private int answers(int questions) throws IOException {
    int right = 0;
    for (int i = 0; i < questions; i++) {
      ask();
      right += ROW.equals(answer()) && END.equals(answer()) ? 1 : 0;
    }
    return right;
  }

  private void ask() throws IOException {
    try {
      process.input().write(QUESTION.getBytes(US_ASCII));
      process.input().flush();
    } catch (IOException e) {
      throw process.failure("takes no statements", e);
    }
  }

  private String answer() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw process.failure("has ended", null);
    }
    return line;
  }

  @Override
  public void close() {
    process.close();
  }
}
