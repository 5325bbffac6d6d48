package io.github.smc4j.lab;

import io.github.smc4j.cassandra.CassandraDriver;

/** The tests of the Cassandra driver without SMC: on the last of DataStax's. */
class HostCassandraDriverIT extends TestsElsewhere {
  HostCassandraDriverIT() {
    super(Selection.CASSANDRA, Jdk::running, Place.hostBehind(CassandraDriver.DATASTAX.libs()));
  }
}
