package io.github.smc4j.netty;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class NettySharedPortOverSmcdIT extends NettySharedPortContract {
  NettySharedPortOverSmcdIT() {
    super(Link.Kind.SMC_D);
  }
}
