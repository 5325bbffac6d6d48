package io.github.smc4j.jdbc;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("once")
@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
class SqlServerLoginOnTcpIT extends SqlServerLoginContract {
  SqlServerLoginOnTcpIT() {
    super(Link.Kind.TCP);
  }
}
