package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;

class JaybirdOnTcpIT extends JaybirdContract {
  JaybirdOnTcpIT(SharedServers.Running servers) throws Exception {
    super(Kind.TCP, servers);
  }
}
