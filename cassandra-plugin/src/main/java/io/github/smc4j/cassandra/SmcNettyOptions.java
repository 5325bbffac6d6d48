package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.netty.SmcSocketChannel;
import io.github.smc4j.netty.internal.SmcChannelOption;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.Timer;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;

/**
 * The {@link NettyOptions} of a session whose connections are {@link SmcSocketChannel}s. Everything
 * else is what other options say, the driver's or an application's own: event loops, timer,
 * allocator, and what is done to a bootstrap and to a channel.
 *
 * <p>For applications with a {@code DefaultDriverContext} of their own:
 *
 * <pre>{@code
 * @Override
 * protected NettyOptions buildNettyOptions() {
 *   return new SmcNettyOptions(super.buildNettyOptions(), this);
 * }
 * }</pre>
 *
 * <p>All others have it from the jar's {@code reference.conf} or from {@link SmcSession}. The
 * connections follow {@code datastax-java-driver.advanced.smc} and the policy configured for this
 * JVM; where none of them can have SMC, they are of the class that the other options say. Safe for
 * use by several threads if the other options are.
 */
public final class SmcNettyOptions implements NettyOptions {
  private final NettyOptions options;
  private final Converter converter;

  /**
   * Options for the session that is being built.
   *
   * @param options what they are but for the channels; closed if this fails
   * @param context of that session, whose configuration is read
   * @throws io.github.smc4j.SmcConfigurationException if the settings are wrong, or require SMC
   *     where the channels of {@code options} are no {@link NioSocketChannel}s, in whose place
   *     alone it is to be had
   */
  public SmcNettyOptions(NettyOptions options, DriverContext context) {
    this.options = options;
    try {
      converter = new Converter(SessionSettings.of(context.getConfig()));
      seeChannels();
    } catch (RuntimeException e) {
      options.onClose().addListener(closed -> addFailure(e, closed));
      throw e;
    }
  }

  /** The same, but for those who close the options themselves. */
  SmcNettyOptions(NettyOptions options, Converter converter) {
    this.options = options;
    this.converter = converter;
    seeChannels();
  }

  private static void addFailure(RuntimeException e, Future<?> closed) {
    if (!closed.isSuccess()) {
      e.addSuppressed(closed.cause());
    }
  }

  private void seeChannels() {
    if (!converter.isIdle() && !isReplaced()) {
      String why =
          "their NettyOptions make channels of "
              + options.channelClass().getName()
              + ", and SMC is to be had in place of "
              + NioSocketChannel.class.getName()
              + " alone; use NIO event loops, or smc4j's agent";
      Requirement.allowTcp(converter.settings(), why);
      LeftToTcp.tell(why);
    }
  }

  /** Also where it is of that type anyway: then it follows the settings of this session. */
  private boolean isReplaced() {
    Class<? extends Channel> channels = options.channelClass();
    return !converter.isIdle()
        && (channels == NioSocketChannel.class || channels == SmcSocketChannel.class);
  }

  @Override
  public Class<? extends Channel> channelClass() {
    return isReplaced() ? SmcSocketChannel.class : options.channelClass();
  }

  /** {@inheritDoc} The other options have the last word. */
  @Override
  public void afterBootstrapInitialized(Bootstrap bootstrap) {
    if (isReplaced()) {
      bootstrap.option(SmcChannelOption.CONVERTER, converter);
    }
    options.afterBootstrapInitialized(bootstrap);
  }

  @Override
  public void afterChannelInitialized(Channel channel) {
    options.afterChannelInitialized(channel);
  }

  @Override
  public EventLoopGroup ioEventLoopGroup() {
    return options.ioEventLoopGroup();
  }

  @Override
  public EventExecutorGroup adminEventExecutorGroup() {
    return options.adminEventExecutorGroup();
  }

  @Override
  public ByteBufAllocator allocator() {
    return options.allocator();
  }

  @Override
  public Timer getTimer() {
    return options.getTimer();
  }

  @Override
  public Future<Void> onClose() {
    return options.onClose();
  }
}
