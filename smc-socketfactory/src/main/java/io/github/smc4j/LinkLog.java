package io.github.smc4j;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.Outcomes;
import io.github.smc4j.internal.policy.Decision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Tells in the log what connections run on: most programs never see the socket that they use. It
 * tells once for each destination that they run on SMC, and once that they run on TCP: behind one
 * address there may be servers with SMC and others without.
 */
final class LinkLog {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private LinkLog() {}

  /** Tells what a socket that was dialled over SMC runs on. */
  static void connected(Socket socket, InetSocketAddress destination, Result result) {
    if (!Outcomes.JVM.isNews(destination, result == Result.SMC ? Result.SMC : Result.TCP)) {
      return;
    }
    try {
      LOG.log(INFO, "connections to {0} run on {1}", destination, Link.of(socket));
    } catch (IOException e) {
      LOG.log(DEBUG, "what the connection to " + destination + " runs on cannot be told", e);
    }
  }

  /** Tells why a destination was not dialled over SMC. */
  static void leftToTcp(InetSocketAddress destination, Decision decision) {
    if (Outcomes.JVM.isNews(destination, Result.TCP)) {
      LOG.log(
          INFO, "connections to {0} run on TCP, decided by {1}", destination, decision.reason());
    }
  }
}
