package io.github.smc4j.netty;

import io.github.smc4j.Link;

class NettySettingsNioOnTcpIT extends NettySettingsContract {
  NettySettingsNioOnTcpIT() {
    super(Loops.nio(), Link.Kind.TCP);
  }
}
