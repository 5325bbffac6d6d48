package io.github.smc4j.agent.command;

import java.nio.file.Path;

/** The file that this command was started from, which is the agent as well. */
final class AgentJar {
  private AgentJar() {}

  /** With {@code java -jar} it is all of the class path. */
  static Path path() {
    return Path.of(System.getProperty("java.class.path")).toAbsolutePath().normalize();
  }
}
