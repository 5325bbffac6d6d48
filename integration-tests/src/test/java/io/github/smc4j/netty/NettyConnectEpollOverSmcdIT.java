package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class NettyConnectEpollOverSmcdIT extends NettyConnectContract {
  NettyConnectEpollOverSmcdIT() {
    super(Loops.epoll(), Link.Kind.SMC_D);
  }

  /** Nothing of ours is between Netty and the kernel, which lets it read the end of the stream. */
  @Override
  void assertEndsWithAReset(Dialogue dialogue) {
    assertThat(dialogue.end()).isNull();
  }
}
