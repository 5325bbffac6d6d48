package io.github.smc4j.fault;

import static org.awaitility.Awaitility.await;

import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Settles who has declined SMC before either end hears of it: takes lo down when CLC is over, and
 * up again when they have.
 */
final class Declines {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FutureTask<Void> work;

  private Declines(Callable<Boolean> made) {
    this.work = new FutureTask<>(() -> hold(made));
    until(() -> !queuePairs().contains("type RC"));
    new Thread(work, "lo").start();
  }

  /**
   * Of both ends of the next connection, so that they cross.
   *
   * @param port where its server listens
   */
  static Declines ofBothEnds(int port) {
    return new Declines(() -> SendQueues.holdDeclinesOfBothEnds(port));
  }

  /** Of the server alone, which then cannot know that nothing crossed. */
  static Declines ofTheServer(int port) {
    return new Declines(() -> SendQueues.holdDeclineOfServer(port));
  }

  private static Void hold(Callable<Boolean> made) throws IOException {
    until(Declines::clcIsOver);
    Command.output("ip", "link", "set", "lo", "down");
    try {
      until(made);
    } finally {
      Command.output("ip", "link", "set", "lo", "up");
    }
    return null;
  }

  /** The server makes its queue pair ready to send (RTS) when it has read CLC CONFIRM. */
  private static boolean clcIsOver() throws IOException {
    return queuePairs().contains("type RC state RTS");
  }

  private static String queuePairs() throws IOException {
    return Command.output("rdma", "resource", "show", "qp");
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
  }

  /** Returns when they are on their way, and fails if they were not made. */
  void awaitArrival() throws Exception {
    work.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
