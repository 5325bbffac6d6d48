package io.github.smc4j.netty;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.smc4j.Link;
import io.github.smc4j.internal.ChannelDial;
import io.github.smc4j.internal.ConnectPause;
import io.github.smc4j.internal.ConnectTimeout;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.Lifetimes;
import io.github.smc4j.internal.LinkLog;
import io.github.smc4j.internal.RequiredSmc;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How a channel gets connected over SMC, or over TCP if SMC fails it. Its event loop looks from
 * time to time how far that is. Only for that event loop.
 */
final class SmcConnect {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private final SmcSocketChannel channel;
  private final Converter converter;
  private final Decision decision;
  private final InetSocketAddress destination;
  private final @Nullable InetSocketAddress local;
  private final ConnectTimeout time;
  private final long start = System.nanoTime();

  /** As long as the outcome is open. */
  private @Nullable ChannelDial dial;

  private @Nullable Future<?> nextLook;

  /** How the dial has ended. */
  private @Nullable Handshake handshake;

  private Stage stage = Stage.DIALLED;
  private @Nullable Exception failure;
  private @Nullable InetSocketAddress localAddress;
  private long connectedAt;

  private enum Stage {
    /** Over SMC, or what it falls back to. */
    DIALLED,
    OVER_TCP,
    /** TCP has what time SMC left to it. */
    OVER_TCP_LATE
  }

  private SmcConnect(
      SmcSocketChannel channel,
      Converter converter,
      Decision decision,
      InetSocketAddress destination,
      @Nullable InetSocketAddress local) {
    this.channel = channel;
    this.converter = converter;
    this.decision = decision;
    this.destination = destination;
    this.local = local;
    this.time = new ConnectTimeout(channel.config().getConnectTimeoutMillis());
  }

  /**
   * Begins.
   *
   * @return null if TCP is to be dialled, as ever
   */
  static @Nullable SmcConnect begin(
      SmcSocketChannel channel,
      Converter converter,
      InetSocketAddress destination,
      @Nullable InetSocketAddress local)
      throws IOException {
    Decision decision = converter.connect(destination);
    SmcConnect connect = new SmcConnect(channel, converter, decision, destination, local);
    if (connect.isDialled()) {
      return connect;
    }
    if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
    }
    return null;
  }

  private boolean isDialled() throws IOException {
    if (!isRequired() && !time.isEnoughToShare()) {
      return false;
    }
    try {
      dial = converter.dial(decision, channel.jdkChannel(), destination, local);
      if (dial == null) {
        return false;
      }
      dial.begin(destination);
    } catch (IOException | RuntimeException e) {
      discard();
      channel.jdkChannel().close();
      throw e;
    }
    lookLater();
    return true;
  }

  private boolean isRequired() {
    return decision.mode() == Mode.REQUIRE;
  }

  private void lookLater() {
    long passed = System.nanoTime() - start;
    long pause = ConnectPause.next(passed, share() - passed);
    nextLook = channel.eventLoop().schedule(this::look, pause, NANOSECONDS);
  }

  /** The nanoseconds that SMC is given; where it has them all, Netty sees when they are over. */
  private long share() {
    return isRequired() || time.shareOfSmc() == 0
        ? Long.MAX_VALUE
        : MILLISECONDS.toNanos(time.shareOfSmc());
  }

  private void look() {
    ChannelDial looked = dial;
    if (looked == null) {
      return; // closed meanwhile
    }
    try {
      lookAt(looked);
    } catch (Exception e) {
      fail(e);
    }
  }

  private void lookAt(ChannelDial looked) throws Exception {
    Handshake seen = looked.look();
    if (seen != null) {
      end(seen);
    } else if (System.nanoTime() - start < share()) {
      lookLater();
    } else {
      redial(looked.giveUp(), Stage.OVER_TCP_LATE);
    }
  }

  private void end(Handshake seen) throws Exception {
    if (seen.result() == Result.FAILED && !isRequired()) {
      redial(seen, Stage.OVER_TCP);
    } else {
      handshake = seen;
      channel.unsafe().finishConnect();
    }
  }

  /** A local address that was chosen is free only when the socket that failed is closed. */
  private void redial(Handshake failed, Stage next) throws Exception {
    converter.noteFailure(destination, failed);
    stage = next;
    if (local == null && channel.jdkChannel().getLocalAddress() == null) {
      discard();
      channel.redial(destination, local);
    } else {
      discard(this::redialInLoop);
    }
  }

  private void redialInLoop() {
    try {
      channel.eventLoop().execute(this::redialFromTheSameAddress);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0} was closed with its event loop: {1}", channel, e);
    }
  }

  private void redialFromTheSameAddress() {
    if (!channel.isOpen()) {
      return; // closed meanwhile
    }
    try {
      channel.redial(destination, local);
    } catch (Exception e) {
      fail(e);
    }
  }

  private void fail(Exception e) {
    failure = e;
    channel.unsafe().finishConnect();
  }

  /**
   * Has the channel connected, as Netty asks for it.
   *
   * @return what it runs on
   * @throws Exception if there is no connection, or none that the policy allows
   */
  Result finish() throws Exception {
    ChannelDial ended = dial;
    try {
      if (failure != null || ended == null || handshake == null) {
        throw failure != null ? failure : new ClosedChannelException();
      }
      take(ended, handshake);
      return handshake.result();
    } catch (Exception e) {
      discard();
      channel.jdkChannel().close();
      throw e;
    }
  }

  private void take(ChannelDial connected, Handshake seen) throws IOException {
    if (seen.result() == Result.NO_CONNECTION) {
      throw time.explain(connected.failure());
    }
    if (seen.result() == Result.FAILED) {
      throw refusal(seen, null, connected.failure());
    }
    localAddress = channel.take(connected, destination);
    if (isRequired() && seen.result() != Result.SMC) {
      throw refusal(seen, Link.of(channel.jdkChannel()), null);
    }
    dial = null;
    connected.close();
    connectedAt = seen.result() == Result.SMC ? System.nanoTime() : 0;
    LinkLog.connectedInLoop(destination, seen.result(), () -> Link.of(channel.jdkChannel()));
  }

  private SocketException refusal(
      Handshake seen, @Nullable Link link, @Nullable IOException cause) {
    SocketException refusal = RequiredSmc.refusal(decision, destination, seen, link, cause);
    LinkLog.refused(destination, refusal);
    return refusal;
  }

  /** Ends the attempt over SMC, if it is under way. */
  void discard() {
    discard(() -> {});
  }

  private void discard(Runnable then) {
    ChannelDial discarded = dial;
    dial = null;
    if (nextLook != null) {
      nextLook.cancel(false);
    }
    if (discarded != null) {
      try {
        discarded.discard(then);
      } catch (SocketException e) {
        LOG.log(System.Logger.Level.WARNING, "an SMC socket cannot be closed", e);
      }
    }
  }

  /** Whether it is a connect of the JDK's by now. */
  boolean isOverTcp() {
    return failure == null && (stage == Stage.OVER_TCP || stage == Stage.OVER_TCP_LATE);
  }

  /** The local address of the connection, or null where the JDK knows it. */
  @Nullable InetSocketAddress localAddress() {
    return localAddress;
  }

  /** The channel is closed. */
  void close() {
    discard();
    if (stage == Stage.OVER_TCP_LATE && !channel.isActive() && time.isOver()) {
      converter.noteFailure(destination, Handshake.tooSlow(time.shareOfSmc()));
    }
    if (connectedAt != 0) {
      Lifetimes.JVM.add(destination, System.nanoTime() - connectedAt);
      connectedAt = 0;
    }
  }
}
