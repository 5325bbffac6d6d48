package io.github.smc4j.lab;

import org.junit.jupiter.api.parallel.Isolated;

/** The tests of SMC-R, between two guests. */
@Isolated("two guests take both processors")
class LabPairIT extends TestsElsewhere {
  LabPairIT() {
    super(Selection.PAIR, Jdk::running, SmcLab::pair);
  }
}
