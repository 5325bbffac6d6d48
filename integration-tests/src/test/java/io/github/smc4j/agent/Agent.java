package io.github.smc4j.agent;

import java.nio.file.Path;
import java.util.List;

/** The options of a virtual machine that a program runs under. */
public final class Agent {
  static final Path JAR =
      Path.of("..", "smc-agent", "target", "smc4j.jar").toAbsolutePath().normalize();
  public static final List<String> ATTACHED = List.of("-javaagent:" + JAR);
  static final List<String> ABSENT = List.of();

  private Agent() {}

  /** The options of a virtual machine whose agent has settings. */
  static List<String> with(String settings) {
    return List.of("-javaagent:" + JAR + "=" + settings);
  }
}
