package io.github.smc4j.grpc;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Node.js, which runs the scripts of {@code src/test/js} with its own implementation of gRPC.
 *
 * @param directory takes logs
 * @param environment to add
 */
record Node(Path directory, Map<String, String> environment) {
  private static final Path SCRIPTS = Path.of("src", "test", "js");
  private static final Path MODULES = Path.of("target", "node_modules");

  /** Starts a script with its standard output to be read; aborts the test without Node.js. */
  RunningProgram start(String script, String... arguments) {
    List<String> line = new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
    line.addAll(List.of(arguments));
    Path log = directory.resolve(script + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(Redirect.appendTo(log.toFile()));
    builder.environment().put("NODE_PATH", MODULES.toAbsolutePath().toString());
    builder.environment().putAll(environment);
    try {
      return new RunningProgram(script, log, builder.start());
    } catch (IOException e) {
      return abort("no Node.js: " + e.getMessage());
    }
  }
}
