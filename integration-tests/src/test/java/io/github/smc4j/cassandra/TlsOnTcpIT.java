package io.github.smc4j.cassandra;

import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.jdbc.OnTcp;
import org.junit.jupiter.api.Tag;

@Tag("cassandra")
@OnTcp
class TlsOnTcpIT extends TlsContract {
  TlsOnTcpIT() {
    super(Kind.TCP);
  }
}
