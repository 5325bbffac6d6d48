package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;

@OnTcp
class DriverLinksOnTcpIT extends DriverLinksContract {
  DriverLinksOnTcpIT(SharedServers.Running servers) {
    super(Kind.TCP, servers);
  }
}
