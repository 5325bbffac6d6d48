package io.github.smc4j.lab;

/** The tests that need no lab, on JDK 25. */
class HostJdk25IT extends TestsElsewhere {
  HostJdk25IT() {
    super(Selection.HOST_AGAIN, Jdk::jdk25, Place::host);
  }
}
