package io.github.smc4j.netty;

import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.EarlyConversion;
import io.github.smc4j.internal.SlowClose;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.policy.Decision;
import io.netty.channel.ChannelException;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * An epoll channel that became an SMC socket when it was made, before Netty has registered it and
 * before its address is known. For the thread that makes it, and then its event loop.
 */
final class EpollConversion {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private final UnixChannel channel;
  private final EarlyConversion early;
  private final boolean converted;

  private enum Stage {
    UNCONNECTED,
    CONNECTING,
    OVER_SMC
  }

  /** As long as nothing is decided for it, the channel's own is the only one. */
  private @Nullable ConvertedSocket second;

  private Stage stage = Stage.UNCONNECTED;

  /**
   * @param fresh where all channels come from that are made like this one
   */
  EpollConversion(UnixChannel channel, Converter converter, FreshSockets fresh) {
    this.channel = channel;
    this.early = new EarlyConversion(converter, fresh);
    this.converted = convert();
  }

  private boolean convert() {
    try {
      return early.convert(channel.fd().intValue());
    } catch (IOException e) {
      channel.unsafe().closeForcibly();
      throw new ChannelException(e);
    }
  }

  /**
   * Has the channel do what was decided for its destination.
   *
   * @return a descriptor of the channel's, if it is for SMC
   * @throws IOException if the decision requires SMC and there is none
   */
  @Nullable ConvertedSocket connect(Decision decision) throws IOException {
    second = early.connect(decision, channel.fd().intValue(), converted);
    if (second != null) {
      channel.closeFuture().addListener(closed -> close());
    }
    return second;
  }

  /**
   * Has the channel do what was decided for the address that it is to listen on.
   *
   * @return whether it is for SMC
   * @throws IOException if the decision requires SMC and there is none
   */
  boolean listen(Decision decision) throws IOException {
    return early.listen(decision, channel.fd().intValue(), converted);
  }

  /** The channel is about to connect: until it has, closing it may have to wait. */
  void beginConnect() {
    stage = Stage.CONNECTING;
  }

  /** The channel is connected over SMC: from now on, closing it may have to wait. */
  void establish() {
    stage = Stage.OVER_SMC;
  }

  /** The channel is connected, and not over SMC. */
  void giveUp() {
    stage = Stage.UNCONNECTED;
    close();
  }

  /** Closes the second descriptor, which is the last one when the channel is closed. */
  void close() {
    if (second == null) {
      return;
    }
    switch (stage) {
      case UNCONNECTED -> closeAtOnce(second);
      case CONNECTING -> SlowClose.ofConnecting(second, () -> {});
      case OVER_SMC -> SlowClose.of(second);
    }
  }

  private static void closeAtOnce(ConvertedSocket closing) {
    try {
      closing.close();
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.WARNING, "a second descriptor cannot be closed", e);
    }
  }
}
