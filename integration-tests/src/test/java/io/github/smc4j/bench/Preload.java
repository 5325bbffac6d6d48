package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** The library that turns TCP sockets into SMC sockets in a process that is unaware of it. */
public final class Preload {
  private static final Path SOURCE = Path.of("src", "test", "c", "socket_to_smc.c");

  private Preload() {}

  /** Compiles it into {@code directory}. */
  public static Path compile(Path directory) throws IOException, InterruptedException {
    Path library = directory.resolve("libsocket_to_smc.so");
    Process gcc =
        new ProcessBuilder(
                "gcc",
                "-O2",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-shared",
                "-fPIC",
                "-o",
                library.toString(),
                SOURCE.toString())
            .inheritIO()
            .start();
    assertThat(gcc.waitFor()).as("gcc " + SOURCE).isZero();
    return library;
  }
}
