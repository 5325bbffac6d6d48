package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import java.io.IOException;

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
    }
    System.exit(0);
  }
}
