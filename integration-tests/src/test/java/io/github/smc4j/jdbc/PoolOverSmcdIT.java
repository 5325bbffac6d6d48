package io.github.smc4j.jdbc;

import io.github.smc4j.database.Database;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class PoolOverSmcdIT extends PoolContract {
  PoolOverSmcdIT(SharedServers.Running servers) throws Exception {
    super(Kind.SMC_D, servers.get(Database.POSTGRESQL).address(), Duration.ofMinutes(1));
  }
}
