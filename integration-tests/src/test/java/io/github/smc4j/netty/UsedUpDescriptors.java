package io.github.smc4j.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Task;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A time in which this JVM gets no file descriptor. */
final class UsedUpDescriptors {
  private static final String SCRIPT =
      """
      set -e
      before=$(prlimit --pid $1 --nofile --noheadings --output=SOFT)
      prlimit --pid $1 --nofile=1:
      echo limited
      read -r end
      prlimit --pid $1 --nofile=$before:
      """;

  private UsedUpDescriptors() {}

  static void during(Task.Action action) throws Exception {
    Process limiter =
        new ProcessBuilder(
                "sh", "-c", SCRIPT, "limit", String.valueOf(ProcessHandle.current().pid()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      byte[] answer = limiter.getInputStream().readNBytes("limited\n".length());
      assertThat(new String(answer, US_ASCII)).isEqualTo("limited\n");
      action.run();
    } finally {
      end(limiter);
    }
  }

  private static void end(Process limiter) throws IOException {
    limiter.getOutputStream().write('\n');
    limiter.getOutputStream().close();
    assertThat(limiter.onExit().orTimeout(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
        .returns(0, Process::exitValue);
  }
}
