package io.github.smc4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.NativeLibrary;
import io.github.smc4j.internal.kernel.SocketType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel has TCP, and dialling that shows what becomes of the JDK's channel. */
class ChannelDialTest {
  private static final Conversion TO_TCP =
      new Conversion(List.of(SocketType.TCP), OptionalInt.empty(), OptionalInt.empty());

  @BeforeAll
  static void loadLibrary() throws Exception {
    NativeLibrary.load(null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void handOver_bringsTheOptionsThatWereSetMeanwhile(String host) throws Exception {
    try (ServerSocketChannel server = listener(host);
        SocketChannel channel = channel()) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      InetSocketAddress destination = (InetSocketAddress) server.getLocalAddress();
      try (ChannelDial dial = ChannelDial.open(TO_TCP, channel, destination, null)) {
        dial.begin(destination);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, false);
        channel.setOption(StandardSocketOptions.SO_LINGER, 7);
        assertThat(dial.look()).isNotNull();
        dial.handOver(channel, destination, true);
      }

      assertThat(channel.getOption(StandardSocketOptions.TCP_NODELAY)).isFalse();
      assertThat(channel.getOption(StandardSocketOptions.SO_KEEPALIVE)).isTrue();
      assertThat(channel.getOption(StandardSocketOptions.SO_LINGER)).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void handOver_connectsFromThePortOfAnyAddressThatTheChannelIsBoundTo(String host)
      throws Exception {
    try (ServerSocketChannel server = listener(host);
        SocketChannel channel = channel()) {
      channel.bind(new InetSocketAddress(0));
      int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
      InetSocketAddress destination = (InetSocketAddress) server.getLocalAddress();
      try (ChannelDial dial = ChannelDial.open(TO_TCP, channel, destination, null)) {
        dial.begin(destination);
        assertThat(dial.look()).isNotNull();
        assertThat(dial.handOver(channel, destination, false))
            .isEqualTo(new InetSocketAddress(InetAddress.getByName(host), port));
      }
      assertThat(SocketType.domainOf(Descriptors.of(channel)))
          .isEqualTo(host.equals("::1") ? SocketType.AF_INET6 : SocketType.AF_INET);
    }
  }

  @Test
  void open_leavesAddressesOfTwoFamiliesToTheJdk() throws Exception {
    try (ServerSocketChannel server = listener("::1");
        SocketChannel channel = channel()) {
      InetSocketAddress destination = (InetSocketAddress) server.getLocalAddress();
      InetSocketAddress local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

      assertThatThrownBy(() -> ChannelDial.open(TO_TCP, channel, destination, local))
          .isInstanceOf(SocketException.class);
      channel.bind(local);
      channel.configureBlocking(true);
      assertThatThrownBy(() -> channel.connect(destination)).isInstanceOf(SocketException.class);
    }
  }

  private static ServerSocketChannel listener(String host) throws Exception {
    return ServerSocketChannel.open().bind(new InetSocketAddress(host, 0));
  }

  private static SocketChannel channel() throws Exception {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    return channel;
  }
}
