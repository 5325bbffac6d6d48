package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.contract.Task;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set of a channel, its options and its address, before it is connected and after. */
abstract class NettySettingsContract {
  private final Loops loops;
  private final Link.Kind kind;
  private final AtomicReference<Channel> accepted = new AtomicReference<>();

  NettySettingsContract(Loops loops, Link.Kind kind) {
    this.loops = loops;
    this.kind = kind;
  }

  final Channel listen(String host) throws Exception {
    return loops
        .server()
        .childHandler(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelActive(ChannelHandlerContext context) {
                accepted.set(context.channel());
              }
            })
        .bind(InetAddress.getByName(host), 0)
        .sync()
        .channel();
  }

  private Channel peer() {
    await().atMost(Task.PATIENCE).until(() -> accepted.get() != null);
    return accepted.get();
  }

  final Bootstrap client() {
    return loops.client().handler(new ChannelInboundHandlerAdapter());
  }

  private SocketChannel connected(Channel server) throws Exception {
    return (SocketChannel) client().connect(server.localAddress()).sync().channel();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void connect_keepsTheOptionsSetMeanwhile(String host) throws Exception {
    Channel server = listen(host);
    SocketChannel channel = (SocketChannel) client().register().sync().channel();
    AtomicReference<ChannelFuture> connecting = new AtomicReference<>();
    channel
        .eventLoop()
        .submit(
            () -> {
              connecting.set(channel.connect(server.localAddress()));
              channel.config().setTcpNoDelay(false);
              channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
              channel.config().setOption(ChannelOption.SO_LINGER, 7);
              channel.config().setOption(ChannelOption.IP_TOS, 0x10);
            })
        .sync();
    connecting.get().sync();

    assertThat(Link.of(channel).kind()).isEqualTo(kind);
    assertThat(channel.config().isTcpNoDelay()).isFalse();
    assertThat(channel.config().isKeepAlive()).isTrue();
    assertThat(channel.config().getSoLinger()).isEqualTo(7);
    assertThat(channel.config().getTrafficClass()).isEqualTo(0x10);
    channel.close().sync();
    server.close().sync();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void trafficClass_canBeChangedOfAConnectedChannel(String host) throws Exception {
    Channel server = listen(host);
    SocketChannel channel = connected(server);

    assertThat(channel.config().setOption(ChannelOption.IP_TOS, 0x10)).isTrue();
    assertThat(channel.config().getTrafficClass()).isEqualTo(0x10);
    channel.config().setTrafficClass(0x08);
    assertThat(channel.config().getOption(ChannelOption.IP_TOS)).isEqualTo(0x08);
    assertThat(channel.config().getOptions()).containsEntry(ChannelOption.IP_TOS, 0x08);
    channel.close().sync();
    server.close().sync();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void connect_comesFromThePortBoundTo(String host) throws Exception {
    Channel server = listen(host);
    Channel channel = client().bind(0).sync().channel();
    int port = ((InetSocketAddress) channel.unsafe().localAddress()).getPort();

    channel.connect(server.localAddress()).sync();

    assertThat(peer().remoteAddress())
        .isEqualTo(new InetSocketAddress(InetAddress.getByName(host), port));
    assertThat(channel.unsafe().localAddress()).isEqualTo(peer().remoteAddress());
    assertThat(Link.of(channel).kind()).isEqualTo(kind);
    channel.close().sync();
    server.close().sync();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void connect_takesTheWildcardForAnyAddress(String host) throws Exception {
    Channel server = listen(host);

    Channel channel =
        client().connect(server.localAddress(), new InetSocketAddress(0)).sync().channel();

    assertThat(channel.localAddress()).isEqualTo(peer().remoteAddress());
    assertThat(((InetSocketAddress) channel.localAddress()).getAddress())
        .isEqualTo(InetAddress.getByName(host));
    assertThat(Link.of(channel).kind()).isEqualTo(kind);
    channel.close().sync();
    server.close().sync();
  }

  @Test
  void localAddress_isThePeersViewOfAChannelThatWasBoundBefore() throws Exception {
    Channel server = listen("127.0.0.1");
    Channel channel = client().bind("127.0.0.2", 0).sync().channel();

    channel.connect(server.localAddress()).sync();

    InetSocketAddress seen = (InetSocketAddress) peer().remoteAddress();
    assertThat(seen.getAddress()).isEqualTo(InetAddress.getByName("127.0.0.2"));
    assertThat(channel.localAddress()).isEqualTo(seen);
    channel.close().sync();
    server.close().sync();
  }

  @Test
  void connect_failsFromAnAddressOfAnotherFamily() throws Exception {
    Channel server = listen("::1");
    InetSocketAddress local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    ChannelFuture failed = client().connect(server.localAddress(), local).await();

    assertThat(failed.cause()).isInstanceOf(IOException.class);
    assertThat(Breaker.failures()).isEmpty();
    failed.channel().closeFuture().sync();
    server.close().sync();
  }

  /** The loop has looked for data before it comes to the second task. */
  @Test
  void read_thatWasTakenBackBeforeTheConnectReadsNothing() throws Exception {
    Channel server = listen("127.0.0.1");
    AtomicInteger reads = new AtomicInteger();
    Channel channel = loops.client().handler(new Counter(reads)).register().sync().channel();
    channel
        .eventLoop()
        .submit(
            () -> {
              channel.read();
              channel.config().setAutoRead(false);
            })
        .sync();
    channel.connect(server.localAddress()).sync();
    peer().writeAndFlush(Unpooled.wrappedBuffer(new byte[1])).sync();

    channel.eventLoop().submit(() -> {}).sync();
    channel.eventLoop().submit(() -> {}).sync();
    assertThat(reads).hasValue(0);

    channel.read();
    await().atMost(Task.PATIENCE).untilAsserted(() -> assertThat(reads).hasValue(1));
    channel.close().sync();
    server.close().sync();
  }

  private static final class Counter extends SimpleChannelInboundHandler<ByteBuf> {
    private final AtomicInteger reads;

    Counter(AtomicInteger reads) {
      this.reads = reads;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf data) {
      reads.incrementAndGet();
    }
  }
}
