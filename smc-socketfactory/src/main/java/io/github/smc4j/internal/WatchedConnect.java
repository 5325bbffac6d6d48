package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.Readiness;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A socket that its owner is about to connect, seen through a second descriptor. Looking takes
 * nothing away from the JDK, which needs SO_ERROR for itself.
 *
 * <p>Thread-safe.
 */
final class WatchedConnect {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private final BooleanSupplier open;
  private final ConvertedSocket kernel;
  private final InetSocketAddress address;
  private final @Nullable Destination destination;
  private final Decision decision;
  private final Converter converter;
  private final Runnable end;

  /** When the connection was there, over SMC; its lifetime is all that is left to learn. */
  private @Nullable Long connectedAt;

  private boolean over;

  /**
   * @param open whether the owner still has the socket
   * @param end called if the kernel has given up without an error to show
   */
  WatchedConnect(
      BooleanSupplier open,
      ConvertedSocket kernel,
      InetSocketAddress address,
      Decision decision,
      Converter converter,
      Runnable end) {
    this.open = open;
    this.kernel = kernel;
    this.address = address;
    this.destination = Destination.of(address);
    this.decision = decision;
    this.converter = converter;
    this.end = end;
  }

  boolean isTo(@Nullable Destination other) {
    return destination != null && destination.equals(other);
  }

  /** Looks; whether there is nothing more to learn. */
  synchronized boolean isOver() {
    try {
      return over || (connectedAt == null ? isConnectOver() : isLifeKnown(connectedAt));
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the connect to " + address + " cannot be watched", e);
      return end();
    }
  }

  private boolean isConnectOver() throws IOException {
    // Asked before the kernel is, or a channel that connects and closes meanwhile has failed
    boolean stillOpen = open.getAsBoolean();
    Readiness ready = Readiness.of(kernel.fd());
    if (ready.writable()) {
      connected(Handshake.ofConnected(kernel.fd()));
      return connectedAt == null ? end() : close();
    }
    if (ready.error() || ready.hungUp()) {
      unconnected("the kernel gave it up");
      if (!ready.error()) {
        end.run();
      }
      return end();
    }
    if (!stillOpen) {
      unconnected("it failed, or was given up, before it was over");
      return end();
    }
    return false;
  }

  private void unconnected(String how) throws SocketException {
    converter.noteFailure(address, Handshake.ofUnconnected(kernel.fd(), how));
  }

  private void connected(Handshake handshake) throws SocketException {
    switch (handshake.result()) {
      case SMC -> {
        connectedAt = System.nanoTime();
        tell(handshake);
      }
      case FAILED -> {
        converter.noteFailure(address, handshake);
        kernel.reset();
      }
      case TCP, TCP_AFTER_CLC -> {
        tell(handshake);
        refuseIfRequired();
      }
      case NO_CONNECTION -> refuseIfRequired();
    }
  }

  private void tell(Handshake handshake) {
    LinkLog.connected(address, handshake.result(), () -> DescriptorLinks.of(kernel.fd(), address));
  }

  /**
   * The channel is the JDK's and connected by now, so ending the connection is all that is left.
   */
  private void refuseIfRequired() throws SocketException {
    if (decision.mode() == Mode.REQUIRE) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a connection to {0} is reset, because SMC is required by {1} but it fell back to TCP",
          address,
          decision.reason());
      kernel.reset();
    }
  }

  private boolean end() {
    over = true;
    close();
    return true;
  }

  /** What is left to learn needs no descriptor. */
  private boolean close() {
    try {
      kernel.close();
    } catch (SocketException e) {
      LOG.log(System.Logger.Level.WARNING, "a second descriptor cannot be closed", e);
    }
    return false;
  }

  private boolean isLifeKnown(long since) {
    long life = System.nanoTime() - since;
    boolean known = !open.getAsBoolean() || life >= Lifetimes.BRIEF;
    if (known) {
      over = true;
      Lifetimes.JVM.add(address, life);
    }
    return known;
  }
}
