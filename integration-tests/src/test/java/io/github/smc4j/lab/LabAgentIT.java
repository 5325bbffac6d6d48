package io.github.smc4j.lab;

/** The tests of programs under the agent over SMC-D, in a guest for each JDK, both at once. */
class LabAgentIT extends TestsElsewhere {
  LabAgentIT() {
    super(
        SmcLab::guestWithAgent,
        new Run("Jdk17", Selection.AGENT, Jdk::running),
        new Run("Jdk25", Selection.AGENT_AGAIN, Jdk::jdk25));
  }
}
