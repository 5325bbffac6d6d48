package io.github.smc4j.grpc;

import io.github.smc4j.Link;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.netty.SmcSocketChannel;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the connections of this process run on: each that reaches a server as the kernel tells it to
 * anybody, and each that a channel of plain gRPC makes as {@link Link} tells it.
 */
final class SeenConnections extends ServerTransportFilter {
  private final List<Kind> outside = new CopyOnWriteArrayList<>();
  private final List<Link.Kind> told = new CopyOnWriteArrayList<>();

  /** As the kernel tells it. */
  List<Kind> outside() {
    return outside;
  }

  /** As {@link Link} tells it. */
  List<Link.Kind> told() {
    return told;
  }

  @Override
  public Attributes transportReady(Attributes attributes) {
    InetSocketAddress server = (InetSocketAddress) attributes.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR);
    InetSocketAddress client = (InetSocketAddress) attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    try {
      LinkObserver.connections(server).stream()
          .filter(link -> link.local().getPort() == client.getPort())
          .map(ObservedLink::kind)
          .forEach(outside::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return attributes;
  }

  /** Has a channel tell of its connections, if its Netty is the one that can be asked. */
  ManagedChannelBuilder<?> of(ManagedChannelBuilder<?> builder) {
    if (builder instanceof NettyChannelBuilder netty) {
      netty.channelFactory(this::newChannel);
    }
    return builder;
  }

  private SmcSocketChannel newChannel() {
    SmcSocketChannel channel = new SmcSocketChannel();
    channel.pipeline().addLast(new Teller());
    return channel;
  }

  private final class Teller extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
      told.add(Link.of(context.channel()).kind());
      super.channelActive(context);
    }
  }
}
