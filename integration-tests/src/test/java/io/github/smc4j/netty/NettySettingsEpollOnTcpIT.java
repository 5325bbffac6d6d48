package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettySettingsEpollOnTcpIT extends NettySettingsContract {
  NettySettingsEpollOnTcpIT() {
    super(Loops.epoll(), Link.Kind.TCP);
  }
}
