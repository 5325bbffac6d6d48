package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.condition.DisabledIf;

@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class DriverLinksOnTcpIT extends DriverLinksContract {
  DriverLinksOnTcpIT(SharedServers.Running servers) {
    super(Kind.TCP, servers);
  }
}
