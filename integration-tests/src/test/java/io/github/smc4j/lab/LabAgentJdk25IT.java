package io.github.smc4j.lab;

/** The same on JDK 25. */
class LabAgentJdk25IT extends TestsElsewhere {
  LabAgentJdk25IT() {
    super(Selection.AGENT_AGAIN, Jdk::jdk25, SmcLab::guest);
  }
}
