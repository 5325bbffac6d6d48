package io.github.smc4j.jdbc;

import io.github.smc4j.Link;

class SqlServerLoginOnTcpIT extends SqlServerLoginContract {
  SqlServerLoginOnTcpIT() {
    super(Link.Kind.TCP);
  }
}
