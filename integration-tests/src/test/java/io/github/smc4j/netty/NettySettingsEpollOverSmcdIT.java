package io.github.smc4j.netty;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class NettySettingsEpollOverSmcdIT extends NettySettingsContract {
  NettySettingsEpollOverSmcdIT() {
    super(Loops.epoll(), Link.Kind.SMC_D);
  }
}
