package io.github.smc4j.agent;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A {@link JdkConnection} in a process of its own. */
final class JdkConnecting {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private JdkConnecting() {}

  static JavaProgram program(JdkConnection connection, List<String> options, Path directory) {
    return new JavaProgram(
        "the program with " + connection,
        Classes.of(JdkConnection.class),
        options,
        List.of(JdkConnection.class.getName(), connection.name()),
        directory.resolve("connection.log"));
  }

  /** Where it listens, once it has its connection. */
  static Listener listener(RunningProgram program) throws IOException {
    program.endAfter(LIMIT);
    String port = program.output().readLine();
    if (port == null) {
      throw program.failure("has no connection", null);
    }
    return new Listener(program.pid(), Loopback.address(Integer.parseInt(port)));
  }

  /** What its connection is, before the process is ended. */
  static Links links(RunningProgram program) throws IOException, InterruptedException {
    try (program) {
      Links links = Links.between(program.pid(), listener(program));
      program.input().close();
      program.awaitSuccess(LIMIT);
      return links;
    }
  }
}
