package io.github.smc4j.netty;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.smc4j.Link;
import io.github.smc4j.internal.ConnectPause;
import io.github.smc4j.internal.ConnectTimeout;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.Handshake;
import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.LinkLog;
import io.github.smc4j.internal.RequiredSmc;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Readiness;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * A connect that Netty makes, looked at from its event loop: what became of it is known before
 * anybody in the pipeline is told.
 */
final class EpollAttempt {
  private final EpollConnect handler;
  private final Converter converter;
  private final ChannelHandlerContext context;
  private final InetSocketAddress destination;
  private final Decision decision;
  private final ConvertedSocket second;
  private final ChannelPromise promise;
  private final ConnectTimeout time = new ConnectTimeout(0);
  private final long start = System.nanoTime();
  private @Nullable Future<?> nextLook;

  EpollAttempt(
      EpollConnect handler,
      Converter converter,
      ChannelHandlerContext context,
      InetSocketAddress destination,
      Decision decision,
      ConvertedSocket second,
      ChannelPromise promise) {
    this.handler = handler;
    this.converter = converter;
    this.context = context;
    this.destination = destination;
    this.decision = decision;
    this.second = second;
    this.promise = promise;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the promise tells
  void begin(@Nullable SocketAddress local) {
    ChannelPromise connected = context.newPromise();
    connected.addListener(this::end);
    promise.addListener(
        given -> {
          if (given.isCancelled()) {
            connected.cancel(false);
          }
        });
    context.connect(destination, local, connected);
    if (!connected.isDone()) {
      lookLater();
    }
  }

  private void lookLater() {
    long pause = ConnectPause.next(System.nanoTime() - start, Long.MAX_VALUE);
    nextLook = context.executor().schedule(this::look, pause, NANOSECONDS);
  }

  /**
   * Netty waits for EPOLLOUT or EPOLLERR, but of some failures Linux before 7.1 tells with EPOLLHUP
   * alone (smc_connect_work in net/smc/af_smc.c).
   */
  private void look() {
    if (!context.channel().isOpen()) {
      refuse(
          new ClosedChannelException()); // by another thread, as with SO_LINGER, Netty tells nobody
      return;
    }
    try {
      Readiness ready = Readiness.of(second.fd());
      if (!ready.isAny()) {
        lookLater();
      } else if (!ready.writable() && !ready.error()) {
        noteFailure("the kernel gave it up");
        refuse(time.explain(null));
      }
    } catch (SocketException e) {
      refuse(e);
    }
  }

  private void end(Future<? super Void> connected) {
    if (nextLook != null) {
      nextLook.cancel(false);
    }
    if (!promise.setUncancellable()) {
      handler.refuse();
    } else if (!promise.isDone()) {
      judge(connected);
    }
  }

  private void judge(Future<? super Void> connected) {
    try {
      if (connected.isSuccess()) {
        connected();
      } else {
        unconnected(connected.cause());
      }
    } catch (IOException e) {
      refuse(e);
    }
  }

  /** That a channel was closed meanwhile, by its owner or with its event loop, says nothing. */
  private void unconnected(Throwable failure) throws SocketException {
    if (!(failure instanceof ClosedChannelException)) {
      noteFailure(String.valueOf(failure.getMessage()));
    }
    refuse(failure);
  }

  private void noteFailure(String failure) throws SocketException {
    converter.noteFailure(destination, Handshake.ofUnconnected(second.fd(), failure));
  }

  private void connected() throws IOException {
    Handshake handshake = Handshake.ofDialled(second.fd(), false);
    if (handshake.result() == Result.NO_CONNECTION) {
      refuse(time.explain(null));
    } else if (decision.mode() == Mode.REQUIRE && handshake.result() != Result.SMC) {
      Link link = handshake.failure() == null ? Link.of(context.channel()) : null;
      refuse(RequiredSmc.refusal(decision, destination, handshake, link, null));
    } else if (handshake.failure() != null) {
      converter.noteFailure(destination, handshake);
      refuse(new ConnectException("Connection reset: " + handshake.failure()));
    } else {
      accept(handshake);
    }
  }

  private void accept(Handshake handshake) {
    handler.accept(context, handshake);
    promise.trySuccess();
    LinkLog.connectedInLoop(destination, handshake.result(), () -> Link.of(context.channel()));
  }

  private void refuse(Throwable failure) {
    promise.tryFailure(failure);
    handler.refuse();
  }
}
