package io.github.smc4j.internal;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.smc4j.Link;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.policy.Decision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

/**
 * Tells in the log what connections run on: most programs never see the socket that they use. It
 * tells once for each destination that they run on SMC, and once that they run on TCP: behind one
 * address there may be servers with SMC and others without.
 */
public final class LinkLog {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private static final ExecutorService THREAD =
      DaemonThreads.pool("smc4j-links", 1, Integer.MAX_VALUE);

  private LinkLog() {}

  /** Tells what a connection that was dialled over SMC runs on. */
  public static void connected(
      InetSocketAddress destination, Result result, Inspection inspection) {
    if (isNews(destination, result)) {
      tell(destination, inspection);
    }
  }

  /** As {@link #connected}, by another thread: looking at links takes its time. */
  public static void connectedInLoop(
      InetSocketAddress destination, Result result, Inspection inspection) {
    if (isNews(destination, result)) {
      THREAD.execute(() -> tell(destination, inspection));
    }
  }

  /** Looks at a connection. */
  @FunctionalInterface
  public interface Inspection {
    Link link() throws IOException;
  }

  private static boolean isNews(InetSocketAddress destination, Result result) {
    return Outcomes.JVM.isNews(destination, result == Result.SMC ? Result.SMC : Result.TCP);
  }

  private static void tell(InetSocketAddress destination, Inspection inspection) {
    try {
      LOG.log(INFO, "connections to {0} run on {1}", destination, inspection.link());
    } catch (IOException e) {
      LOG.log(DEBUG, "what the connection to " + destination + " runs on cannot be told", e);
    }
  }

  /** Tells why a connection was refused, because not every protocol hands its cause on. */
  public static void refused(InetSocketAddress destination, IOException cause) {
    if (Outcomes.JVM.isNews(destination, Result.FAILED)) {
      LOG.log(WARNING, "connections to {0} are refused: {1}", destination, cause.getMessage());
    }
  }

  /** Tells why a destination was not dialled over SMC. */
  public static void leftToTcp(InetSocketAddress destination, Decision decision) {
    if (Outcomes.JVM.isNews(destination, Result.TCP)) {
      LOG.log(
          INFO, "connections to {0} run on TCP, decided by {1}", destination, decision.reason());
    }
  }
}
