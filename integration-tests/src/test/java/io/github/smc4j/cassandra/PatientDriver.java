package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import java.time.Duration;

/**
 * The driver with the patience that an emulated machine takes, and else as its defaults have it.
 */
final class PatientDriver {
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private PatientDriver() {}

  static ProgrammaticDriverConfigLoaderBuilder configuration() {
    return DriverConfigLoader.programmaticBuilder()
        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, PATIENCE)
        .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, PATIENCE)
        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, PATIENCE)
        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT, PATIENCE)
        .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, PATIENCE);
  }

  static CqlSessionBuilder of(CassandraServer server, DriverConfigLoader configuration) {
    return CqlSession.builder()
        .addContactPoint(server.listener())
        .withLocalDatacenter("datacenter1")
        .withConfigLoader(configuration);
  }
}
