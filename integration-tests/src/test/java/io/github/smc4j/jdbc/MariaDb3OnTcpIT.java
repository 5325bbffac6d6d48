package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("once")
@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class MariaDb3OnTcpIT extends MariaDb3Contract {
  MariaDb3OnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers.get(Database.MARIADB).address());
  }
}
