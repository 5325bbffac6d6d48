package io.github.smc4j.grpc;

import io.github.smc4j.contract.LocalPeer;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class ProcessOverSmcdIT extends ProcessContract {
  ProcessOverSmcdIT() throws IOException {
    super(new LocalPeer(), Kind.SMC_D);
  }
}
