package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class PostgreSqlStreamsOverSmcdIT extends PostgreSqlStreamsContract {
  PostgreSqlStreamsOverSmcdIT(SharedServers.Running servers) throws Exception {
    super(Kind.SMC_D, servers);
  }
}
