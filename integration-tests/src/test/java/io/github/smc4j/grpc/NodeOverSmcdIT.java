package io.github.smc4j.grpc;

import io.github.smc4j.bench.Preload;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Node.js is unaware that its sockets are SMC sockets. */
@Tag("lab")
@Tag("once")
class NodeOverSmcdIT extends NodeContract {
  NodeOverSmcdIT() {
    super(Kind.SMC_D);
  }

  @Override
  Map<String, String> environment(Path directory) throws Exception {
    return Map.of("LD_PRELOAD", Preload.compile(directory).toString());
  }
}
