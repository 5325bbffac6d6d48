package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Readiness;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A channel that its owner is about to connect, seen through a second descriptor. Looking takes
 * nothing away from the JDK, which needs SO_ERROR for itself.
 *
 * <p>Not thread-safe.
 */
final class WatchedConnect {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private final WeakReference<SocketChannel> channel;
  private final ConvertedSocket kernel;
  private final InetSocketAddress address;
  private final @Nullable Destination destination;
  private final Decision decision;
  private final Converter converter;

  /** When the connection was there, over SMC; its lifetime is all that is left to learn. */
  private @Nullable Long connectedAt;

  WatchedConnect(
      SocketChannel channel,
      ConvertedSocket kernel,
      InetSocketAddress address,
      Decision decision,
      Converter converter) {
    this.channel = new WeakReference<>(channel);
    this.kernel = kernel;
    this.address = address;
    this.destination = Destination.of(address);
    this.decision = decision;
    this.converter = converter;
  }

  boolean isTo(@Nullable Destination other) {
    return destination != null && destination.equals(other);
  }

  /** Looks; whether there is nothing more to learn. */
  boolean isOver() {
    try {
      return connectedAt == null ? isConnectOver() : isLifeKnown(connectedAt);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the connect to " + address + " cannot be watched", e);
      return true;
    }
  }

  private boolean isConnectOver() throws IOException {
    Readiness ready = Readiness.of(kernel.fd());
    if (ready.writable()) {
      connected(Handshake.ofSaidToBeConnected(kernel.fd()));
    } else if (ready.error() || ready.hungUp()) {
      unconnected("the kernel gave it up");
    } else if (!isOpen()) {
      unconnected("its channel failed, or was given up, before it was over");
    } else {
      return false;
    }
    kernel.close();
    return connectedAt == null;
  }

  private void unconnected(String how) throws SocketException {
    converter.noteFailure(address, Handshake.ofUnconnected(kernel.fd(), how));
  }

  private void connected(Handshake handshake) throws IOException {
    switch (handshake.result()) {
      case SMC -> connectedAt = System.nanoTime();
      case FAILED -> {
        kernel.reset();
        converter.noteFailure(address, handshake);
      }
      case TCP, TCP_AFTER_CLC -> refuseIfRequired(handshake);
      case NO_CONNECTION -> {}
    }
  }

  /**
   * The channel is the JDK's and connected by now, so ending the connection is all that is left.
   */
  private void refuseIfRequired(Handshake handshake) throws SocketException {
    if (decision.mode() == Mode.REQUIRE) {
      kernel.reset();
      LOG.log(
          System.Logger.Level.WARNING,
          "a connection to {0} is reset, because SMC is required by {1} but it fell back: {2}",
          address,
          decision.reason(),
          handshake.result());
    }
  }

  private boolean isLifeKnown(long since) {
    long life = System.nanoTime() - since;
    boolean known = !isOpen() || life >= Lifetimes.BRIEF;
    if (known) {
      Lifetimes.JVM.add(address, life);
    }
    return known;
  }

  private boolean isOpen() {
    SocketChannel watched = channel.get();
    return watched != null && watched.isOpen();
  }
}
