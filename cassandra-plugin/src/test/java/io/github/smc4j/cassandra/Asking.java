package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import java.io.IOException;
import java.util.List;

/**
 * A program that tells what becomes of a session by the driver's builder, and of one by the
 * plug-in's. Its argument is the driver's configuration.
 */
final class Asking {
  private Asking() {}

  public static void main(String[] arguments) throws IOException {
    try (SilentNode node = new SilentNode()) {
      System.out.println("driver's: " + node.refusal(CqlSession.builder(), arguments[0]));
      System.out.println("plug-in's: " + node.refusal(SmcSession.builder(), arguments[0]));
      System.out.println("its threads: " + threads());
    }
    System.exit(0);
  }

  /** Of the second session. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("s1-"))
        .toList();
  }
}
