package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class RedshiftOnTcpIT extends RedshiftContract {
  RedshiftOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers);
  }
}
