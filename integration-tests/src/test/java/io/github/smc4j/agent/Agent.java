package io.github.smc4j.agent;

import java.nio.file.Path;
import java.util.List;

/** The options of a virtual machine that a program runs under. */
final class Agent {
  static final List<String> ATTACHED = List.of("-javaagent:" + jar());
  static final List<String> ABSENT = List.of();

  private Agent() {}

  private static Path jar() {
    return Path.of("..", "smc-agent", "target", "smc4j.jar").toAbsolutePath().normalize();
  }
}
