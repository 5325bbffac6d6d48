package io.github.smc4j.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("pair")
class PostgreSqlStreamsOverSmcrIT extends PostgreSqlStreamsContract {
  PostgreSqlStreamsOverSmcrIT() {
    super(PeersPostgreSql.address());
  }
}
