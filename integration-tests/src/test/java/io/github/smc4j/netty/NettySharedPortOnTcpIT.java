package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettySharedPortOnTcpIT extends NettySharedPortContract {
  NettySharedPortOnTcpIT() {
    super(Link.Kind.TCP);
  }
}
