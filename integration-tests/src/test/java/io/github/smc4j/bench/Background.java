package io.github.smc4j.bench;

import java.io.IOException;

/** A server's thread, which ends with the program. */
final class Background {
  private Background() {}

  /** Repeats {@code step} until it fails, which is how a server learns that its peer has left. */
  static void repeat(Measurement.Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  step.run();
                }
              } catch (IOException e) {
                System.err.println("the server ends: " + e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
