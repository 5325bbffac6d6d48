package io.github.smc4j.grpc;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A target that is no Internet address, for which gRPC's own provider needs Netty's epoll. */
@Timeout(value = 2, unit = MINUTES)
class UnixTargetTest {
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private Path path;
  private Server server;

  @BeforeEach
  void listen(@TempDir Path directory) throws Exception {
    path = directory.resolve("socket");
    server =
        NettyServerBuilder.forAddress(
                new DomainSocketAddress(path.toFile()), InsecureServerCredentials.create())
            .channelType(EpollServerDomainSocketChannel.class)
            .bossEventLoopGroup(loops)
            .workerEventLoopGroup(loops)
            .addService(Echo.service())
            .build()
            .start();
  }

  @AfterEach
  void end() throws Exception {
    server.shutdownNow();
    loops.shutdownGracefully().sync();
  }

  @Test
  void unixTarget_isLeftToGrpc() {
    ManagedChannel channel =
        Grpc.newChannelBuilder("unix:" + path, InsecureChannelCredentials.create()).build();
    try {
      assertThat(Echo.ask(channel, "hello")).isEqualTo("hello");
    } finally {
      channel.shutdownNow();
    }
  }
}
