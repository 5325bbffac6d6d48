package io.github.smc4j.netty.internal;

import io.github.smc4j.internal.Converter;
import io.netty.channel.ChannelOption;

/** Options of {@link io.github.smc4j.netty.SmcSocketChannel} that Netty has none for. */
public final class SmcChannelOption {
  /**
   * What connects it in place of the JVM's settings, for middleware that makes its channels by
   * their class alone. To be set before it is registered, as a bootstrap does.
   */
  public static final ChannelOption<Converter> CONVERTER =
      ChannelOption.valueOf(SmcChannelOption.class, "CONVERTER");

  private SmcChannelOption() {}
}
