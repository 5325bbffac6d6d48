package io.github.smc4j.jdbc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class TlsOnTcpIT extends TlsContract {
  TlsOnTcpIT() {
    super(Kind.TCP);
  }
}
