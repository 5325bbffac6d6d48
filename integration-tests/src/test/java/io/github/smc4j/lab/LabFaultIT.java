package io.github.smc4j.lab;

/** The tests that use a guest up: its memory for SMC, or its UEID. */
class LabFaultIT extends TestsElsewhere {
  LabFaultIT() {
    super(Selection.FAULT, Jdk::running, SmcLab::guest);
  }
}
