package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class MariaDbOverSmcdIT extends MariaDbContract {
  MariaDbOverSmcdIT(SharedServers.Running servers) throws Exception {
    super(Kind.SMC_D, servers.get(Database.MARIADB).address());
  }
}
