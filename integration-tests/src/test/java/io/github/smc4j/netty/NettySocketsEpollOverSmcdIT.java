package io.github.smc4j.netty;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("lab")
@Tag("once")
class NettySocketsEpollOverSmcdIT extends NettySocketTests {
  NettySocketsEpollOverSmcdIT() {
    super(Loops.epoll(), Link.Kind.SMC_D);
  }
}
