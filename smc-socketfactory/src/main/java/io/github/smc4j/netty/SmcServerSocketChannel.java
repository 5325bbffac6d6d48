package io.github.smc4j.netty;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.policy.Settings;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NioServerSocketChannel} that accepts connections over SMC if the policy configured for
 * this JVM wants it for the address that it is bound to, and over TCP from peers without SMC; for
 * {@code ServerBootstrap.channel} and everything that takes a channel type with NIO event loops.
 *
 * <p>Options set before {@code bind} are kept. A connection that has fallen back in a way that may
 * have left messages of the SMC handshake in its stream is closed before anybody reads of it. Where
 * the host has no SMC, this is a {@link NioServerSocketChannel}.
 *
 * <p>Under a policy that requires SMC, {@code bind} fails with a {@link java.net.SocketException}
 * that names the cause where the host has none. It fails with {@link
 * io.github.smc4j.SmcConfigurationException} if the configuration is wrong.
 */
public final class SmcServerSocketChannel extends NioServerSocketChannel {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  /** Of the event loop, once it is bound. */
  private @Nullable Converter converter;

  private boolean converted;

  /** A channel that is not bound. */
  public SmcServerSocketChannel() {}

  /**
   * {@inheritDoc} Wrong settings are told here and not by the constructor, whose exceptions not all
   * that calls Netty passes on.
   */
  @Override
  protected void doBind(SocketAddress local) throws Exception {
    Converter configured = new Converter(Settings.global());
    converter = configured;
    if (local instanceof InetSocketAddress address) {
      convert(address, configured);
    }
    super.doBind(local);
  }

  private void convert(InetSocketAddress local, Converter configured) throws IOException {
    try (ConvertedSocket second =
        configured.convert(
            configured.settings().policy().listen(local),
            conversion -> conversion.convert(Descriptors.of(javaChannel())))) {
      converted = second != null;
    }
  }

  /** {@inheritDoc} All are of one class, whatever they run on, which the JVM calls faster. */
  @Override
  protected int doReadMessages(List<Object> accepted) throws Exception {
    SocketChannel channel = javaChannel().accept();
    if (channel == null) {
      return 0;
    }
    try {
      return add(accepted, channel);
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "an accepted connection cannot be used", e);
      channel.close();
      return 0;
    }
  }

  private int add(List<Object> accepted, SocketChannel channel) throws IOException {
    boolean overSmc = false;
    if (converted) {
      Handshake handshake =
          AcceptedConnection.handshake(Descriptors.of(channel), channel.getRemoteAddress());
      if (handshake == null) {
        channel.close();
        return 0;
      }
      overSmc = handshake.result() == Result.SMC;
    }
    accepted.add(new SmcSocketChannel(this, channel, Objects.requireNonNull(converter), overSmc));
    return 1;
  }
}
