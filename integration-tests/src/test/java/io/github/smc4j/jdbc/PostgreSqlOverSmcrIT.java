package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("pair")
class PostgreSqlOverSmcrIT extends PostgreSqlContract {
  PostgreSqlOverSmcrIT() {
    super(Kind.SMC_R, PeersPostgreSql.address());
  }
}
