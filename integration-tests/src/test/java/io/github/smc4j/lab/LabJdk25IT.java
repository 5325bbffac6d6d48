package io.github.smc4j.lab;

/** The tests of SMC-D, in a guest of two processors, on JDK 25. */
class LabJdk25IT extends TestsElsewhere {
  LabJdk25IT() {
    super(Selection.LAB_AGAIN, Jdk::jdk25, SmcLab::guestOfTwoProcessors);
  }
}
