package io.github.smc4j.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the tests of a selection run. */
@FunctionalInterface
interface Place {
  /**
   * Runs them to the end.
   *
   * @param directory where their reports go, and the file {@code output.log}
   */
  Command.Ending run(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException;

  /** This machine. */
  static Command.Ending host(Selection selection, Jdk jdk, Path directory)
      throws IOException, InterruptedException {
    return host(selection, new Jvm(jdk, List.of()), directory);
  }

  /** This machine, with a folder's jars before all else on the class path. */
  static Place hostBehind(Path folder) {
    return (selection, jdk, directory) ->
        host(selection, new Jvm(jdk, List.of()).behind(folder), directory);
  }

  private static Command.Ending host(Selection selection, Jvm jvm, Path directory)
      throws IOException, InterruptedException {
    List<String> command = jvm.command(selection.arguments(directory.toString()));
    return Command.run(command, Map.of(), directory.resolve("output.log"));
  }
}
