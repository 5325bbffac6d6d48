package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class MariaDbDataOnTcpIT extends MariaDbDataContract {
  MariaDbDataOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers, 1100, 64);
  }
}
