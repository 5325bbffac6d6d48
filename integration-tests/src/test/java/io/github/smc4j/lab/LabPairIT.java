package io.github.smc4j.lab;

/** The tests of SMC-R, between two guests. */
class LabPairIT extends TestsElsewhere {
  LabPairIT() {
    super(Selection.PAIR, Jdk::running, SmcLab::pair);
  }
}
