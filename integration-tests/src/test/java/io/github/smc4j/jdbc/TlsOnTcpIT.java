package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;

class TlsOnTcpIT extends TlsContract {
  TlsOnTcpIT() {
    super(Kind.TCP);
  }
}
