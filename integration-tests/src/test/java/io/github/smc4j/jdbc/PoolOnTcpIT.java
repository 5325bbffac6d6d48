package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.time.Duration;
import org.junit.jupiter.api.condition.DisabledIf;

@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class PoolOnTcpIT extends PoolContract {
  PoolOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers.get(Database.POSTGRESQL).address(), Duration.ofSeconds(10));
  }
}
