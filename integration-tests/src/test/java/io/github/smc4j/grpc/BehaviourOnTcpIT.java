package io.github.smc4j.grpc;

import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.jdbc.OnTcp;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class BehaviourOnTcpIT extends BehaviourContract {
  BehaviourOnTcpIT(GrpcStack stack) {
    super(stack, Kind.TCP, "io.grpc.netty.");
  }
}
