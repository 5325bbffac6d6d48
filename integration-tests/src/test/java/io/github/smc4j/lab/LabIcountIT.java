package io.github.smc4j.lab;

import org.junit.jupiter.api.parallel.Isolated;

/** The tests that compare times, in a guest whose clock counts instructions. */
@Isolated("a busy machine changes how often one end waits for the other")
class LabIcountIT extends TestsElsewhere {
  LabIcountIT() {
    super(Selection.ICOUNT, Jdk::running, SmcLab::countingGuest);
  }
}
