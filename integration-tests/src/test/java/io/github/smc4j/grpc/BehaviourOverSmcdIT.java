package io.github.smc4j.grpc;

import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class BehaviourOverSmcdIT extends BehaviourContract {
  BehaviourOverSmcdIT(GrpcStack stack) {
    super(stack, Kind.SMC_D, "io.github.smc4j.grpc.");
  }
}
