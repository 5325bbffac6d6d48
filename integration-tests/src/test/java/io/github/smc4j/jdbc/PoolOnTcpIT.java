package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.time.Duration;

@OnTcp
class PoolOnTcpIT extends PoolContract {
  PoolOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers.get(Database.POSTGRESQL).address(), Duration.ofSeconds(10));
  }
}
