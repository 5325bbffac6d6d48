package io.github.smc4j.lab;

/** The tests that compare times, in a guest whose clock counts instructions. */
class LabIcountIT extends TestsElsewhere {
  LabIcountIT() {
    super(Selection.ICOUNT, Jdk::running, SmcLab::countingGuest);
  }
}
