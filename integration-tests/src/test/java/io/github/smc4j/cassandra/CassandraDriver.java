package io.github.smc4j.cassandra;

import java.nio.file.Path;

/** The artifacts under which the driver was published. */
public enum CassandraDriver {
  DATASTAX("driver"),
  NEWEST("newest-driver");

  private final Path libs;

  CassandraDriver(String module) {
    libs = Path.of("cassandra", module, "target", "libs").toAbsolutePath();
  }

  /** The folder with the driver's jars. */
  public Path libs() {
    return libs;
  }
}
