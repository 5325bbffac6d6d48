package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;

class DriverLinksOnTcpIT extends DriverLinksContract {
  DriverLinksOnTcpIT(SharedServers.Running servers) {
    super(Kind.TCP, servers);
  }
}
