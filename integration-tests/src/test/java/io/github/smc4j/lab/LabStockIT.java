package io.github.smc4j.lab;

/** The tests of what Debian's own kernel does, in a guest. */
class LabStockIT extends TestsElsewhere {
  LabStockIT() {
    super(Selection.STOCK, Jdk::running, SmcLab::stockGuest);
  }
}
