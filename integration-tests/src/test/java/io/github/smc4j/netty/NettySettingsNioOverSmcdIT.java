package io.github.smc4j.netty;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class NettySettingsNioOverSmcdIT extends NettySettingsContract {
  NettySettingsNioOverSmcdIT() {
    super(Loops.nio(), Link.Kind.SMC_D);
  }
}
