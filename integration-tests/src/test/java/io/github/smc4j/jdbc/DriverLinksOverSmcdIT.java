package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class DriverLinksOverSmcdIT extends DriverLinksContract {
  DriverLinksOverSmcdIT(SharedServers.Running servers) {
    super(Kind.SMC_D, servers);
  }
}
