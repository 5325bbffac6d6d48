package io.github.smc4j.lab;

/** The tests of programs under the agent over SMC-D, in a guest. */
class LabAgentIT extends TestsElsewhere {
  LabAgentIT() {
    super(Selection.AGENT, Jdk::running, SmcLab::guestWithAgent);
  }
}
