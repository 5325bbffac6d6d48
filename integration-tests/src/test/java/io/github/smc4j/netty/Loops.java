package io.github.smc4j.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.StandardProtocolFamily;
import java.util.stream.Stream;

/** Netty's transports, with the channels that smc4j has for them. */
@SuppressWarnings("deprecation") // the event loop groups that Netty 4.1 has as well
final class Loops {
  private final EventLoopGroup group;
  private final ChannelFactory<SocketChannel> channels;
  private final ChannelFactory<ServerChannel> serverChannels;

  private Loops(
      EventLoopGroup group,
      ChannelFactory<SocketChannel> channels,
      ChannelFactory<ServerChannel> serverChannels) {
    this.group = group;
    this.channels = channels;
    this.serverChannels = serverChannels;
  }

  static Loops nio() {
    return nio(2);
  }

  static Loops nio(int threads) {
    return new Loops(
        new NioEventLoopGroup(threads, new DefaultThreadFactory("nio", true)),
        SmcSocketChannel::new,
        SmcServerSocketChannel::new);
  }

  static Loops epoll() {
    return epoll(2, new SmcEpollChannelFactory());
  }

  static Loops epoll(int threads, SmcEpollChannelFactory channels) {
    return new Loops(
        new EpollEventLoopGroup(threads, new DefaultThreadFactory("epoll", true)),
        channels::newChannel,
        new SmcEpollServerChannelFactory()::newChannel);
  }

  /** All that can have SMC-R to IPv4 destinations. */
  static Stream<Loops> ofOneThreadForIpv4() {
    return Stream.of(nio(1), epoll(1, new SmcEpollChannelFactory(StandardProtocolFamily.INET)));
  }

  /** The same with event loops of its own. */
  Loops another() {
    return group instanceof NioEventLoopGroup ? nio() : epoll();
  }

  EventLoopGroup group() {
    return group;
  }

  Bootstrap client() {
    return new Bootstrap().group(group).channelFactory(channels);
  }

  /** One whose channels are looked at. */
  Bootstrap client(SeenLinks links) {
    return new Bootstrap().group(group).channelFactory(links.watching(channels));
  }

  ServerBootstrap server() {
    return new ServerBootstrap().group(group).channelFactory(serverChannels);
  }
}
