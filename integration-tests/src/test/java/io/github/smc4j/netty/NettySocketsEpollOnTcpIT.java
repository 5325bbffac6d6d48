package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettySocketsEpollOnTcpIT extends NettySocketTests {
  NettySocketsEpollOnTcpIT() {
    super(Loops.epoll(), Link.Kind.TCP);
  }
}
