package io.github.smc4j.netty;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class NettyProxyOverSmcdIT extends NettyProxyContract {
  NettyProxyOverSmcdIT() {
    super(Link.Kind.SMC_D);
  }
}
