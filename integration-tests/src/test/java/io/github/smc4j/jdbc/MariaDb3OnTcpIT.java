package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class MariaDb3OnTcpIT extends MariaDb3Contract {
  MariaDb3OnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers.get(Database.MARIADB).address());
  }
}
