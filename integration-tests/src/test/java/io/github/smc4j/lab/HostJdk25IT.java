package io.github.smc4j.lab;

import org.junit.jupiter.api.parallel.Isolated;

/** The tests that need no lab, on JDK 25. */
@Isolated("they take both processors")
class HostJdk25IT extends TestsElsewhere {
  HostJdk25IT() {
    super(Selection.HOST_AGAIN, Jdk::jdk25, Place::host);
  }
}
