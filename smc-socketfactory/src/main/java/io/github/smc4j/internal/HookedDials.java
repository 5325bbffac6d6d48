package io.github.smc4j.internal;

import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Connects sockets over SMC that somebody else is about to connect and to wait for, so that he can
 * still connect them over TCP if SMC fails.
 *
 * <p>Thread-safe.
 */
public final class HookedDials {
  private final Converter converter;

  public HookedDials(Settings settings) {
    this.converter = new Converter(settings);
  }

  /**
   * Dials.
   *
   * @param socket not connected; whoever closes it meanwhile must not give its number away
   * @param time that its owner gives to it
   * @return whether it is connected; if not, its owner has to connect it, over TCP
   * @throws IOException if it cannot be connected over TCP either, or the policy requires SMC for
   *     the destination and it cannot be had
   */
  public boolean dial(
      HookedSockets.Descriptor socket, InetSocketAddress destination, ConnectTimeout time)
      throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
      return false;
    }
    if (decision.mode() == Mode.PREFER && !time.isEnoughToShare()) {
      return false;
    }
    HookedDial dial =
        converter.convert(decision, conversion -> HookedDial.open(conversion, socket.get()));
    return dial != null && isConnected(dial, destination, decision, time);
  }

  private boolean isConnected(
      HookedDial dial, InetSocketAddress destination, Decision decision, ConnectTimeout time)
      throws IOException {
    boolean required = decision.mode() == Mode.REQUIRE;
    Handshake handshake = dial.connect(destination, required ? time.whole() : time.shareOfSmc());
    Result result = handshake.result();
    boolean connected = dial.failure() == null && result != Result.FAILED;
    if (connected && (result == Result.SMC || !required)) {
      LinkLog.connected(
          destination, result, () -> DescriptorLinks.of(dial.descriptor(), destination));
      dial.handOver();
      return true;
    }
    try {
      if (dial.isGivenUp()) {
        return false; // as its owner finds out for himself
      }
      if (!required && handshake.isRedialled(dial.failure())) {
        converter.noteFailure(destination, handshake);
        return false;
      }
      throw refused(dial, destination, decision, handshake, time);
    } finally {
      dial.discard();
    }
  }

  private static IOException refused(
      HookedDial dial,
      InetSocketAddress destination,
      Decision decision,
      Handshake handshake,
      ConnectTimeout time)
      throws IOException {
    if (handshake.result() == Result.NO_CONNECTION) {
      return time.explain(dial.failure());
    }
    Object link =
        handshake.failure() == null ? DescriptorLinks.of(dial.descriptor(), destination) : null;
    return RequiredSmc.refusal(decision, destination, handshake, link, dial.failure());
  }
}
