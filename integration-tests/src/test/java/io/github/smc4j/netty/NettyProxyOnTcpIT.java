package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettyProxyOnTcpIT extends NettyProxyContract {
  NettyProxyOnTcpIT() {
    super(Link.Kind.TCP);
  }
}
