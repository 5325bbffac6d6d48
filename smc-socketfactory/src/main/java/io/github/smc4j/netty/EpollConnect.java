package io.github.smc4j.netty;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.LinkLog;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Decides for an epoll channel when it is connected, and looks at what became of it before anybody
 * else in the pipeline does. Then it leaves the pipeline.
 */
final class EpollConnect extends ChannelDuplexHandler {
  private final EpollSocketChannel channel;
  private final Converter converter;
  private final EpollConversion conversion;
  private @Nullable EpollAttempt attempt;
  private boolean refused;

  EpollConnect(EpollSocketChannel channel, Converter converter, FreshSockets fresh) {
    this(channel, converter, new EpollConversion(channel, converter, fresh));
  }

  private EpollConnect(
      EpollSocketChannel channel, Converter converter, EpollConversion conversion) {
    this.channel = channel;
    this.converter = converter;
    this.conversion = conversion;
  }

  /**
   * What cannot be decided is not dialled either: Netty refuses a second connect, one of a channel
   * that is closed and an address that is not resolved, and the kernel one that is not of the
   * Internet.
   */
  @Override
  public void connect(
      ChannelHandlerContext context,
      SocketAddress remote,
      @Nullable SocketAddress local,
      ChannelPromise promise)
      throws Exception {
    if (attempt == null && context.pipeline().firstContext() != context) {
      moveToFront(context);
    } else if (attempt == null
        && channel.isOpen()
        && remote instanceof InetSocketAddress destination
        && !destination.isUnresolved()) {
      connect(context, destination, local, promise);
      return;
    }
    super.connect(context, remote, local, promise);
  }

  /**
   * Whoever was put before it may connect to another address, as a proxy's handler does, and must
   * not see a connection that is refused. Netty adds no handler twice.
   */
  private void moveToFront(ChannelHandlerContext context) {
    context.pipeline().addFirst(new EpollConnect(channel, converter, conversion));
    context.pipeline().remove(this);
  }

  /** Netty closes a channel that it could not connect, and so is one that must not be. */
  private void connect(
      ChannelHandlerContext context,
      InetSocketAddress destination,
      @Nullable SocketAddress local,
      ChannelPromise promise) {
    try {
      begin(context, destination, local, promise);
    } catch (Exception e) {
      promise.tryFailure(e);
      refuse();
    }
  }

  private void begin(
      ChannelHandlerContext context,
      InetSocketAddress destination,
      @Nullable SocketAddress local,
      ChannelPromise promise)
      throws Exception {
    Decision decision = converter.connect(destination);
    ConvertedSocket second = conversion.connect(decision);
    if (second == null) {
      leaveToTcp(context, destination, decision);
      super.connect(context, destination, local, promise);
    } else {
      channel.config().setTcpFastOpenConnect(false);
      conversion.beginConnect();
      attempt = new EpollAttempt(this, converter, context, destination, decision, second, promise);
      attempt.begin(local);
    }
  }

  private void leaveToTcp(
      ChannelHandlerContext context, InetSocketAddress destination, Decision decision) {
    conversion.close();
    context.pipeline().remove(this);
    if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
    }
  }

  /** A connection that is refused was never there for the rest of the pipeline. */
  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (!refused) {
      context.fireChannelActive();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!refused) {
      context.fireChannelInactive();
    }
  }

  /** The connection is as it should be. */
  void accept(ChannelHandlerContext context, Handshake handshake) {
    if (handshake.result() == Result.SMC) {
      conversion.establish();
    } else {
      conversion.giveUp();
    }
    context.pipeline().remove(this);
  }

  /** Closes the channel, which the rest of the pipeline never saw connected. */
  void refuse() {
    refused = true;
    channel.unsafe().close(channel.voidPromise());
  }
}
