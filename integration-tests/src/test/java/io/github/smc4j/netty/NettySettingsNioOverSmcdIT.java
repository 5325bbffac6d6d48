package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class NettySettingsNioOverSmcdIT extends NettySettingsContract {
  NettySettingsNioOverSmcdIT() {
    super(Loops.nio(), Link.Kind.SMC_D);
  }

  /** Of an epoll channel the kernel may have made the buffers by then, which keep their size. */
  @Test
  void connect_keepsABufferSizeSetMeanwhile() throws Exception {
    Channel server = listen("127.0.0.1");
    SocketChannel channel = (SocketChannel) client().register().sync().channel();
    AtomicReference<ChannelFuture> connecting = new AtomicReference<>();
    channel
        .eventLoop()
        .submit(
            () -> {
              connecting.set(channel.connect(server.localAddress()));
              channel.config().setOption(ChannelOption.SO_RCVBUF, 40_000);
            })
        .sync();
    connecting.get().sync();

    // The kernel doubles it, and the JDK takes half of that
    assertThat(channel.config().getReceiveBufferSize()).isIn(40_000, 80_000);
    channel.close().sync();
    server.close().sync();
  }
}
