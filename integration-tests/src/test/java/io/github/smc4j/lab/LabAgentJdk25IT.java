package io.github.smc4j.lab;

/** The tests of programs under the agent over SMC-D, in a guest, on JDK 25. */
class LabAgentJdk25IT extends TestsElsewhere {
  LabAgentJdk25IT() {
    super(Selection.AGENT_AGAIN, Jdk::jdk25, SmcLab::guestWithAgent);
  }
}
