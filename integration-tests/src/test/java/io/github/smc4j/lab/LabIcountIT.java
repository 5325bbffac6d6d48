package io.github.smc4j.lab;

import org.junit.jupiter.api.parallel.Isolated;

/** The tests that compare times, in a guest whose clock counts instructions. */
@Isolated("its clock follows the machine's while it waits for a disk")
class LabIcountIT extends TestsElsewhere {
  LabIcountIT() {
    super(Selection.ICOUNT, Jdk::running, SmcLab::countingGuest);
  }
}
