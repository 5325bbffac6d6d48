package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The driver with the patience that an emulated machine takes, without the pause that it makes when
 * a session is closed, and else as its defaults have it.
 */
final class PatientDriver {
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private PatientDriver() {}

  /** For all sessions of this JVM: system properties hold however a session is configured. */
  static void prepare() {
    Stream.of(
            DefaultDriverOption.REQUEST_TIMEOUT,
            DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT,
            DefaultDriverOption.HEARTBEAT_TIMEOUT,
            DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT,
            DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT,
            DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT)
        .forEach(option -> set(option, PATIENCE.toSeconds() + " seconds"));
    set(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, "0");
    set(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, "0");
  }

  private static void set(DefaultDriverOption option, String value) {
    System.setProperty("datastax-java-driver." + option.getPath(), value);
  }

  /** What every session with the server has to be told. */
  static CqlSessionBuilder at(CassandraServer server, CqlSessionBuilder builder) {
    return builder.addContactPoint(server.listener()).withLocalDatacenter("datacenter1");
  }
}
