package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.contract.Pattern;
import io.github.smc4j.contract.Task;
import io.github.smc4j.fault.EchoServer;
import io.github.smc4j.fault.Reaction;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How channels get connected, at both ends. */
abstract class NettyConnectContract {
  private final Loops loops;
  private final Link.Kind kind;

  NettyConnectContract(Loops loops, Link.Kind kind) {
    this.loops = loops;
    this.kind = kind;
  }

  /** Sends back what it gets. */
  @SuppressWarnings("FutureReturnValueIgnored") // the client misses what is not sent
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object data) {
      context.writeAndFlush(data, context.voidPromise());
    }
  }

  private Channel listen(String host, AtomicReference<Channel> accepted) throws Exception {
    return listen(host, accepted, true);
  }

  private Channel listen(String host, AtomicReference<Channel> accepted, boolean autoRead)
      throws Exception {
    return loops
        .server()
        .childOption(ChannelOption.AUTO_READ, autoRead)
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                accepted.set(channel);
                channel.pipeline().addLast(new Echo());
              }
            })
        .bind(InetAddress.getByName(host), 0)
        .sync()
        .channel();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void connect_linksBothEnds(String host) throws Exception {
    AtomicReference<Channel> accepted = new AtomicReference<>();
    Channel server = listen(host, accepted);
    Dialogue dialogue = new Dialogue();
    Channel client =
        loops.client().handler(dialogue).connect(server.localAddress()).sync().channel();
    dialogue.exchange(client);

    assertThat(Link.of(client).kind()).isEqualTo(kind);
    assertThat(Link.of(accepted.get()).kind()).isEqualTo(kind);
    assertThat(accepted.get()).hasSameClassAs(client);
    assertThat(client.remoteAddress()).isEqualTo(server.localAddress());
    assertThat(client.localAddress()).isEqualTo(accepted.get().remoteAddress());
    assertThat(dialogue.activations()).isEqualTo(1);

    client.close().sync();
    assertThatThrownBy(() -> Link.of(client)).isInstanceOf(ClosedChannelException.class);
    server.close().sync();
  }

  @Test
  void connect_keepsTheOptionsSetBefore() throws Exception {
    Channel server = listen("127.0.0.1", new AtomicReference<>());
    SocketChannel client =
        (SocketChannel)
            loops
                .client()
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.TCP_NODELAY, false)
                .option(ChannelOption.IP_TOS, 0x10)
                .option(ChannelOption.SO_LINGER, 7)
                .handler(new Dialogue())
                .connect(server.localAddress())
                .sync()
                .channel();

    assertThat(client.config().isKeepAlive()).isTrue();
    assertThat(client.config().isTcpNoDelay()).isFalse();
    assertThat(client.config().getSoLinger()).isEqualTo(7);
    assertThat(Link.of(client).kind()).isEqualTo(kind);
    client.close().sync();
    server.close().sync();
  }

  @Test
  void connect_comesFromTheAddressBoundTo() throws Exception {
    AtomicReference<Channel> accepted = new AtomicReference<>();
    Channel server = listen("127.0.0.1", accepted);
    Dialogue dialogue = new Dialogue();
    Bootstrap client = loops.client().handler(dialogue);
    InetSocketAddress local = new InetSocketAddress("127.0.0.7", 0);

    Channel channel = client.connect(server.localAddress(), local).sync().channel();
    dialogue.exchange(channel);

    assertThat(((InetSocketAddress) channel.localAddress()).getAddress())
        .isEqualTo(local.getAddress());
    assertThat(accepted.get().remoteAddress()).isEqualTo(channel.localAddress());
    assertThat(Link.of(channel).kind()).isEqualTo(kind);
    channel.close().sync();
    server.close().sync();
  }

  @Test
  void connect_takesAChannelThatWasBoundBefore() throws Exception {
    AtomicReference<Channel> accepted = new AtomicReference<>();
    Channel server = listen("127.0.0.1", accepted);
    Dialogue dialogue = new Dialogue();
    Channel channel = loops.client().handler(dialogue).bind("127.0.0.8", 0).sync().channel();
    // Netty keeps the first answer of channel.localAddress()
    InetSocketAddress bound = (InetSocketAddress) channel.unsafe().localAddress();

    channel.connect(server.localAddress()).sync();
    dialogue.exchange(channel);

    assertThat(channel.localAddress()).isEqualTo(bound);
    assertThat(accepted.get().remoteAddress()).isEqualTo(bound);
    channel.close().sync();
    server.close().sync();
  }

  @Test
  void connect_readsOnceItIsConnectedWhatWasAskedForBefore() throws Exception {
    Channel server = listen("127.0.0.1", new AtomicReference<>());
    Dialogue dialogue = new Dialogue();
    Channel channel =
        loops
            .client()
            .option(ChannelOption.AUTO_READ, false)
            .handler(dialogue)
            .register()
            .sync()
            .channel();
    channel.read();
    channel.eventLoop().submit(() -> {}).sync();
    channel.connect(server.localAddress()).sync();
    channel.config().setAutoRead(true);
    dialogue.exchange(channel);
    channel.close().sync();
    server.close().sync();
  }

  @Test
  void connect_isRefusedAsOverTcp() throws Exception {
    InetSocketAddress closed;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = (InetSocketAddress) listener.getLocalSocketAddress();
    }
    Dialogue dialogue = new Dialogue();

    assertThatThrownBy(() -> loops.client().handler(dialogue).connect(closed).sync())
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Connection refused");
    assertThat(dialogue.activations()).isZero();
    assertThat(Breaker.failures()).isEmpty();
  }

  /** Netty's transports differ in whether the first one survives it. */
  @Test
  void connect_failsTheSecondTime() throws Exception {
    AtomicReference<Channel> accepted = new AtomicReference<>();
    Channel server = listen("127.0.0.1", accepted);
    Channel channel = loops.client().handler(new Dialogue()).register().sync().channel();

    ChannelFuture first = channel.connect(server.localAddress());
    ChannelFuture second = channel.connect(server.localAddress()).await();

    assertThat(second.isSuccess()).isFalse();
    assertThat(first.await().isSuccess()).isTrue();
    await().atMost(Task.PATIENCE).until(() -> accepted.get() != null);
    channel.close().sync();
    accepted.get().closeFuture().await(Task.PATIENCE.toMillis());
    assertThat(accepted.get().isOpen()).isFalse();
    assertThat(Breaker.failures()).isEmpty();
    server.close().sync();
  }

  @Test
  void connect_runsOnTcpToAServerWithoutSmc() throws Exception {
    try (EchoServer server = EchoServer.overTcp(Reaction.CLOSE)) {
      Dialogue dialogue = new Dialogue();
      Channel channel =
          loops
              .client()
              .handler(dialogue)
              .connect(InetAddress.getLoopbackAddress(), server.port())
              .sync()
              .channel();
      dialogue.exchange(channel);

      assertThat(Link.of(channel).kind()).isEqualTo(Link.Kind.TCP);
      assertThat(Breaker.failures()).isEmpty();
      channel.close().sync();
    }
  }

  @Test
  void abort_isToldAsAReset() throws Exception {
    AtomicReference<Channel> accepted = new AtomicReference<>();
    Channel server = listen("127.0.0.1", accepted, false);
    Dialogue dialogue = new Dialogue();
    Channel channel =
        loops.client().handler(dialogue).connect(server.localAddress()).sync().channel();
    channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[1000])).sync();
    await().atMost(Task.PATIENCE).until(() -> accepted.get() != null);
    SocketChannel aborting = (SocketChannel) accepted.get();
    aborting.config().setSoLinger(0); // or the JDK sends a FIN first
    aborting.close().sync();

    assertEndsWithAReset(dialogue);
    server.close().sync();
  }

  /** What the kernel tells of an abort. */
  void assertEndsWithAReset(Dialogue dialogue) {
    assertThat(dialogue.end()).isInstanceOf(IOException.class).hasMessageContaining("reset");
  }

  @Test
  void shutdown_endsLoopsWhosePeersDoNotRead() throws Exception {
    Channel server = listen("127.0.0.1", new AtomicReference<>(), false);
    Loops ending = loops.another();
    Channel channel =
        ending.client().handler(new Dialogue()).connect(server.localAddress()).sync().channel();
    ChannelFuture written = channel.writeAndFlush(Unpooled.wrappedBuffer(Pattern.bytes(8 << 20)));
    await().atMost(Task.PATIENCE).until(() -> !channel.isWritable());

    Future<?> ended = ending.group().shutdownGracefully(0, 1, TimeUnit.SECONDS);

    assertThat(ended.await(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(written.isSuccess()).isFalse();
    server.close().sync();
  }

  @Test
  void close_leavesNoDescriptorBehind() throws Exception {
    Channel server = listen("127.0.0.1", new AtomicReference<>());
    int before = 0;
    for (int i = 0; i < 60; i++) {
      Channel channel =
          loops.client().handler(new Dialogue()).connect(server.localAddress()).sync().channel();
      channel.close().sync();
      if (i == 9) {
        before = descriptors();
      }
    }
    int known = before;
    await().atMost(Task.PATIENCE).until(() -> descriptors() <= known + 5);
    server.close().sync();
  }

  private static int descriptors() {
    String[] open = new File("/proc/self/fd").list();
    assertThat(open).isNotNull();
    return open.length;
  }
}
