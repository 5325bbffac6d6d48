package io.github.smc4j.lab;

import io.github.smc4j.cassandra.CassandraDriver;

/** The tests of the Cassandra driver without SMC: on the newest. */
class HostNewestCassandraDriverIT extends TestsElsewhere {
  HostNewestCassandraDriverIT() {
    super(Selection.CASSANDRA, Jdk::running, Place.hostBehind(CassandraDriver.NEWEST.libs()));
  }
}
