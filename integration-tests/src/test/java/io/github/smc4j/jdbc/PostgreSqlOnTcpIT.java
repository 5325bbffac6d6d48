package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;

@OnTcp
class PostgreSqlOnTcpIT extends PostgreSqlContract {
  PostgreSqlOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers.get(Database.POSTGRESQL).address());
  }
}
