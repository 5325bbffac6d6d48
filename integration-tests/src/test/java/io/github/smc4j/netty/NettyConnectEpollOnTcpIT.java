package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettyConnectEpollOnTcpIT extends NettyConnectContract {
  NettyConnectEpollOnTcpIT() {
    super(Loops.epoll(), Link.Kind.TCP);
  }
}
