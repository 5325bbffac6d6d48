package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.session.ProgrammaticArguments;
import com.datastax.oss.driver.internal.core.context.DefaultDriverContext;
import com.datastax.oss.driver.internal.core.context.DefaultNettyOptions;
import com.datastax.oss.driver.internal.core.context.InternalDriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.netty.SmcSocketChannel;
import io.github.smc4j.netty.internal.SmcChannelOption;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Options over those of an application. */
class SmcNettyOptionsTest {
  private final List<Applications> made = new ArrayList<>();

  @AfterEach
  void closeOptions() {
    made.forEach(options -> options.onClose().syncUninterruptibly());
  }

  @Test
  void channels_areOnSmcWhereTheyMayBe() {
    assertThat(over("mode = require", NioSocketChannel.class).channelClass())
        .isEqualTo(SmcSocketChannel.class);
    assertThat(over("mode = off", NioSocketChannel.class).channelClass())
        .isEqualTo(NioSocketChannel.class);
    assertThat(over("enabled = false, mode = require", NioSocketChannel.class).channelClass())
        .isEqualTo(NioSocketChannel.class);
  }

  @Test
  void everythingElse_isTheApplications() {
    SmcNettyOptions smc = over("mode = require", NioSocketChannel.class);
    Applications options = made.get(0);
    Bootstrap bootstrap = new Bootstrap();
    Channel channel = new EmbeddedChannel();

    smc.afterBootstrapInitialized(bootstrap);
    smc.afterChannelInitialized(channel);

    assertThat(smc.ioEventLoopGroup()).isSameAs(options.ioEventLoopGroup());
    assertThat(smc.adminEventExecutorGroup()).isSameAs(options.adminEventExecutorGroup());
    assertThat(smc.allocator()).isSameAs(options.allocator());
    assertThat(smc.getTimer()).isSameAs(options.getTimer());
    assertThat(bootstrap.config().options()).containsEntry(ChannelOption.SO_LINGER, 5);
    assertThat(options.initialized).containsExactly(channel);
    assertThat(options.closed).isZero();

    smc.onClose().syncUninterruptibly();
    assertThat(options.closed).isOne();
  }

  @Test
  void channelsThatAreOnSmcAnyway_followTheSessionsSettings() {
    try (LogLines log = new LogLines()) {
      SmcNettyOptions smc = over("mode = require", SmcSocketChannel.class);
      Bootstrap bootstrap = new Bootstrap();
      smc.afterBootstrapInitialized(bootstrap);

      assertThat(smc.channelClass()).isEqualTo(SmcSocketChannel.class);
      assertThat(bootstrap.config().options()).containsKey(SmcChannelOption.CONVERTER);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void channelsOfAnotherType_stayOnTcpAndTheLogSaysSo() {
    try (LogLines log = new LogLines()) {
      SmcNettyOptions smc = over("rules = [{ ports = 1, mode = require }]", OtherChannel.class);

      assertThat(smc.channelClass()).isEqualTo(OtherChannel.class);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("stay on TCP")
          .contains(OtherChannel.class.getName());
    }
  }

  @Test
  void channelsOfAnotherType_areRefusedWhereSmcIsRequired() {
    assertThatThrownBy(() -> over("mode = require", OtherChannel.class))
        .isInstanceOf(SmcConfigurationException.class)
        .hasMessageStartingWith(
            "SMC is required by datastax-java-driver.advanced.smc.mode (String) but cannot be had")
        .hasMessageContaining(OtherChannel.class.getName());
    assertThat(made.get(0).closed).isOne();
  }

  @Test
  void wrongSettings_closeTheOptions() {
    assertThatThrownBy(() -> over("mode = maybe", NioSocketChannel.class))
        .isInstanceOf(SmcConfigurationException.class);
    assertThat(made.get(0).closed).isOne();
  }

  private SmcNettyOptions over(String settings, Class<? extends Channel> channels) {
    DriverContext context =
        new DefaultDriverContext(
            DriverConfigLoader.fromString(
                "datastax-java-driver { advanced { smc { "
                    + settings
                    + " }, netty.io-group.shutdown.quiet-period = 0,"
                    + " netty.admin-group.shutdown.quiet-period = 0 } }"),
            ProgrammaticArguments.builder().build());
    Applications options = new Applications((InternalDriverContext) context, channels);
    made.add(options);
    return new SmcNettyOptions(options, context);
  }

  /** What an application might have changed. */
  private static final class Applications extends DefaultNettyOptions implements NettyOptions {
    private final Class<? extends Channel> channels;
    private final List<Channel> initialized = new ArrayList<>();
    private int closed;

    Applications(InternalDriverContext context, Class<? extends Channel> channels) {
      super(context);
      this.channels = channels;
    }

    @Override
    public Class<? extends Channel> channelClass() {
      return channels;
    }

    @Override
    public void afterBootstrapInitialized(Bootstrap bootstrap) {
      bootstrap.option(ChannelOption.SO_LINGER, 5);
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
      initialized.add(channel);
    }

    @Override
    public Future<Void> onClose() {
      closed++;
      return super.onClose();
    }
  }

  private static final class OtherChannel extends NioSocketChannel {}
}
