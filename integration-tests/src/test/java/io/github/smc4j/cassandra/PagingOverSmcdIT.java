package io.github.smc4j.cassandra;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("cassandra")
@Tag("lab")
class PagingOverSmcdIT extends PagingContract {
  PagingOverSmcdIT() {
    super(Kind.SMC_D);
  }
}
