package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What every channel runs on, seen when it became active. */
@Sharable
final class SeenLinks extends ChannelInboundHandlerAdapter {
  private final Queue<Object> seen = new ConcurrentLinkedQueue<>();

  /** Makes what {@code channels} makes, to be looked at. */
  <C extends Channel> ChannelFactory<C> watching(ChannelFactory<C> channels) {
    return () -> {
      C channel = channels.newChannel();
      channel.pipeline().addLast(this);
      return channel;
    };
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    look(context.channel());
    context.fireChannelActive();
  }

  private void look(Channel channel) {
    try {
      seen.add(Link.of(channel).kind());
    } catch (ClosedChannelException e) {
      // as some tests close it at once
    } catch (IOException e) {
      seen.add(e);
    }
  }

  void requireAll(Link.Kind kind) {
    assertThat(seen).isNotEmpty().containsOnly(kind);
  }
}
