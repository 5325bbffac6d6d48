package io.github.smc4j.lab;

/** The tests of SMC-D, in a guest. */
class LabIT extends TestsElsewhere {
  LabIT() {
    super(Selection.LAB, Jdk::running, SmcLab::guest);
  }
}
