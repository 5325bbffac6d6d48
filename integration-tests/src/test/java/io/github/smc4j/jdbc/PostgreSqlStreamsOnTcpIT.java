package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class PostgreSqlStreamsOnTcpIT extends PostgreSqlStreamsContract {
  PostgreSqlStreamsOnTcpIT(SharedServers.Running servers) throws Exception {
    super(servers.get(Database.POSTGRESQL).address());
  }
}
