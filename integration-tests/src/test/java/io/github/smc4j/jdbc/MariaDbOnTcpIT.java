package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class MariaDbOnTcpIT extends MariaDbContract {
  MariaDbOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers.get(Database.MARIADB).address());
  }
}
