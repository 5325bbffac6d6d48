package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettySocketsNioOnTcpIT extends NettySocketTests {
  NettySocketsNioOnTcpIT() {
    super(Loops.nio(), Link.Kind.TCP);
  }
}
