package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;

class RedshiftOnTcpIT extends RedshiftContract {
  RedshiftOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers);
  }
}
