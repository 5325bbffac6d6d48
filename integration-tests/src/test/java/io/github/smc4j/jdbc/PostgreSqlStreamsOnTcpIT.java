package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("once")
@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class PostgreSqlStreamsOnTcpIT extends PostgreSqlStreamsContract {
  PostgreSqlStreamsOnTcpIT(SharedServers.Running servers) throws Exception {
    super(servers.get(Database.POSTGRESQL).address());
  }
}
