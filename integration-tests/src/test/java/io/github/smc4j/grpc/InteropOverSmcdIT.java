package io.github.smc4j.grpc;

import io.github.smc4j.Link;
import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class InteropOverSmcdIT extends InteropContract {
  InteropOverSmcdIT(GrpcStack stack) {
    super(stack, Kind.SMC_D, Link.Kind.SMC_D);
  }
}
