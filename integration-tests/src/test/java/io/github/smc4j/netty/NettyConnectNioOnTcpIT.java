package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettyConnectNioOnTcpIT extends NettyConnectContract {
  NettyConnectNioOnTcpIT() {
    super(Loops.nio(), Link.Kind.TCP);
  }
}
