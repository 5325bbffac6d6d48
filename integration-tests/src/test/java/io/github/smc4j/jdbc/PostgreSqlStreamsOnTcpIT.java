package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class PostgreSqlStreamsOnTcpIT extends PostgreSqlStreamsContract {
  PostgreSqlStreamsOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers);
  }
}
