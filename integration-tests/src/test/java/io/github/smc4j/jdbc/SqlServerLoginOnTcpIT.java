package io.github.smc4j.jdbc;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class SqlServerLoginOnTcpIT extends SqlServerLoginContract {
  SqlServerLoginOnTcpIT() {
    super(Link.Kind.TCP);
  }
}
