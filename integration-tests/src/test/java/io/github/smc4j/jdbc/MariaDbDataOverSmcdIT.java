package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

/** The processor is emulated: a gigabyte takes minutes there, and shows no more. */
@Tag("lab")
@Tag("once")
class MariaDbDataOverSmcdIT extends MariaDbDataContract {
  MariaDbDataOverSmcdIT(SharedServers.Running servers) throws Exception {
    super(Kind.SMC_D, servers, 64, 8);
  }
}
