package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Programs of this machine that have to succeed. */
final class Tool {
  private Tool() {}

  static void run(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", words)).isZero();
  }
}
