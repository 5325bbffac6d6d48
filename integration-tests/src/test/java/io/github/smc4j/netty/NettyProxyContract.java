package io.github.smc4j.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Link;
import io.github.smc4j.contract.Task;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.policy.Settings;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Channels that are asked for one destination and dial another, a proxy. */
abstract class NettyProxyContract {
  private static final InetSocketAddress DESTINATION =
      InetSocketAddress.createUnresolved("service.example.org", 443);

  private final Loops loops = Loops.epoll();
  private final Link.Kind kind;
  private HttpProxy proxy;

  NettyProxyContract(Link.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void startProxy() throws Exception {
    proxy = new HttpProxy();
  }

  @AfterEach
  void stopProxy() throws Exception {
    proxy.close();
  }

  /** Where applications put a proxy's handler. */
  enum Place {
    FIRST {
      @Override
      void add(Channel channel, HttpProxyHandler handler) {
        channel.pipeline().addFirst(handler);
      }
    },
    LAST {
      @Override
      void add(Channel channel, HttpProxyHandler handler) {
        channel.pipeline().addLast(handler);
      }
    };

    abstract void add(Channel channel, HttpProxyHandler handler);
  }

  @ParameterizedTest
  @EnumSource
  void connect_asksThePolicyAboutTheProxy(Place place) throws Exception {
    assertProxied(place, kind);

    new Converter(Settings.global()).noteFailure(proxy.address(), Handshake.tooSlow(1));

    assertProxied(place, Link.Kind.TCP);
  }

  private void assertProxied(Place place, Link.Kind expected) throws Exception {
    Dialogue dialogue = new Dialogue();
    Channel channel =
        loops
            .client()
            .resolver(NoopAddressResolverGroup.INSTANCE)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel made) {
                    place.add(made, new HttpProxyHandler(proxy.address()));
                    made.pipeline().addLast(dialogue);
                  }
                })
            .connect(DESTINATION)
            .sync()
            .channel();

    dialogue.exchange(channel);
    assertThat(Link.of(channel).kind()).isEqualTo(expected);
    assertThat(channel.remoteAddress()).isEqualTo(proxy.address());
    assertThat(channel.pipeline().names()).noneMatch(name -> name.startsWith("Epoll"));
    channel.close().sync();
  }

  @Test
  void connect_failsWithoutAnAddressAndMayBeGivenOneThen() throws Exception {
    Dialogue dialogue = new Dialogue();
    Channel channel = loops.client().handler(dialogue).register().sync().channel();

    assertThatThrownBy(() -> channel.connect(DESTINATION).sync())
        .isInstanceOf(UnresolvedAddressException.class);
    channel.connect(proxy.address()).sync();

    assertThat(Link.of(channel).kind()).isEqualTo(kind);
    await().atMost(Task.PATIENCE).until(() -> dialogue.activations() == 1);
    channel.close().sync();
  }
}
