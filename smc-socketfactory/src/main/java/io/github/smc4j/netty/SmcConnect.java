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
import java.util.concurrent.Future;
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

  private Stage stage = Stage.DIALLING;
  private @Nullable Exception failure;
  private int localPort;
  private long connectedAt;

  private enum Stage {
    DIALLING,
    /** Over SMC, or what it fell back to. */
    CONNECTED,
    OVER_TCP,
    /** TCP has what time SMC left to it. */
    OVER_TCP_LATE,
    FAILED
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
    dial = converter.dial(decision, channel.javaChannel(), destination, local);
    if (dial == null) {
      return false;
    }
    try {
      dial.begin(destination);
    } catch (IOException | RuntimeException e) {
      discard();
      channel.abandon();
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
    Handshake handshake = looked.look();
    if (handshake != null) {
      end(looked, handshake);
    } else if (System.nanoTime() - start < share()) {
      lookLater();
    } else {
      redial(looked.giveUp(), Stage.OVER_TCP_LATE);
    }
  }

  private void end(ChannelDial ended, Handshake handshake) throws Exception {
    if (handshake.result() == Result.NO_CONNECTION) {
      throw time.explain(ended.failure());
    }
    if (isRequired()) {
      if (handshake.result() != Result.SMC) {
        throw refusal(ended, handshake);
      }
      take(ended, handshake);
    } else if (handshake.result() == Result.FAILED) {
      redial(handshake, Stage.OVER_TCP);
    } else {
      take(ended, handshake);
    }
  }

  private void redial(Handshake handshake, Stage next) throws Exception {
    discard();
    converter.noteFailure(destination, handshake);
    stage = next;
    channel.redial(destination, local);
  }

  private void take(ChannelDial connected, Handshake handshake) throws Exception {
    localPort = connected.handOver(channel.javaChannel(), destination);
    dial = null;
    connected.close();
    stage = Stage.CONNECTED;
    connectedAt = handshake.result() == Result.SMC ? System.nanoTime() : 0;
    channel.unsafe().finishConnect();
    LinkLog.connectedInLoop(destination, handshake.result(), () -> Link.of(channel.javaChannel()));
  }

  private SocketException refusal(ChannelDial connected, Handshake handshake) throws IOException {
    Link link = null;
    if (handshake.failure() == null) {
      connected.handOver(channel.javaChannel(), destination);
      link = Link.of(channel.javaChannel());
    }
    return RequiredSmc.refusal(decision, destination, handshake, link, connected.failure());
  }

  private void fail(Exception e) {
    discard();
    stage = Stage.FAILED;
    failure = e;
    try {
      channel.abandon();
    } catch (IOException suppressed) {
      e.addSuppressed(suppressed);
    }
    channel.unsafe().finishConnect();
  }

  private void discard() {
    ChannelDial discarded = dial;
    dial = null;
    if (nextLook != null) {
      nextLook.cancel(false);
    }
    if (discarded != null) {
      try {
        discarded.discard();
      } catch (SocketException e) {
        LOG.log(System.Logger.Level.WARNING, "an SMC socket cannot be closed", e);
      }
    }
  }

  /** Whether it is a connect of the JDK's by now. */
  boolean isOverTcp() {
    return stage == Stage.OVER_TCP || stage == Stage.OVER_TCP_LATE;
  }

  /** Throws why there is no connection, if there is none. */
  void throwFailure() throws Exception {
    if (failure != null) {
      throw failure;
    }
  }

  /** The address with the port of the connection, where the JDK knows another. */
  InetSocketAddress withPort(InetSocketAddress known) {
    return stage == Stage.CONNECTED ? new InetSocketAddress(known.getAddress(), localPort) : known;
  }

  /** The channel is closed. */
  void close() {
    discard();
    if (stage == Stage.OVER_TCP_LATE && !channel.isActive()) {
      converter.noteFailure(destination, Handshake.tooSlow(time.shareOfSmc()));
    }
    if (connectedAt != 0) {
      Lifetimes.JVM.add(destination, System.nanoTime() - connectedAt);
      connectedAt = 0;
    }
  }
}
