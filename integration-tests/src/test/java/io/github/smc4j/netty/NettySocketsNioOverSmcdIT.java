package io.github.smc4j.netty;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class NettySocketsNioOverSmcdIT extends NettySocketTests {
  NettySocketsNioOverSmcdIT() {
    super(Loops.nio(), Link.Kind.SMC_D);
  }
}
