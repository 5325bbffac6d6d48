package io.github.smc4j.lab;

import io.github.smc4j.cassandra.CassandraDriver;

/** The tests of the Cassandra driver over SMC-D, in a guest. */
class LabCassandraDriverIT extends TestsElsewhere {
  LabCassandraDriverIT() {
    super(
        Selection.LAB_CASSANDRA, Jdk::running, SmcLab.guestBehind(CassandraDriver.DATASTAX.libs()));
  }
}
