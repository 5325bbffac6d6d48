package io.github.smc4j.lab;

/** The tests of SMC-D, in a guest, on JDK 25; but not those that are about the kernel alone. */
class LabJdk25IT extends TestsElsewhere {
  LabJdk25IT() {
    super(Selection.LAB_AGAIN, Jdk::jdk25, SmcLab::guest);
  }
}
