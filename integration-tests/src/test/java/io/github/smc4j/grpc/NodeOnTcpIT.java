package io.github.smc4j.grpc;

import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.jdbc.OnTcp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("once")
@OnTcp
class NodeOnTcpIT extends NodeContract {
  NodeOnTcpIT() {
    super(Kind.TCP);
  }

  @Override
  Map<String, String> environment(Path directory) {
    return Map.of();
  }
}
