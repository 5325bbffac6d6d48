package io.github.smc4j.internal;

import io.github.smc4j.internal.Handshake.Result;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

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
   * What has come of a dial.
   *
   * @param decided whether there is nothing left to decide for the socket
   * @param connected what is to be handed over, or null if its owner has to connect it himself
   */
  public record Outcome(boolean decided, @Nullable HookedDial connected) {
    /** It is no socket that can be dialled like that. */
    public static final Outcome UNTOUCHED = new Outcome(false, null);

    private static final Outcome LEFT_TO_TCP = new Outcome(true, null);
  }

  /**
   * Dials.
   *
   * @param socket neither connected nor bound
   * @param time that its owner gives to it
   * @throws IOException if the policy requires SMC for the destination and it cannot be had
   */
  public Outcome dial(
      HookedSockets.Descriptor socket, InetSocketAddress destination, ConnectTimeout time)
      throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    if (decision.mode() == Mode.OFF) {
      LinkLog.leftToTcp(destination, decision);
      return Outcome.LEFT_TO_TCP;
    }
    if (decision.mode() == Mode.PREFER && !time.isEnoughToShare()) {
      return Outcome.LEFT_TO_TCP;
    }
    HookedDial dial =
        converter.convert(decision, conversion -> HookedDial.open(conversion, socket.get()));
    return dial == null ? Outcome.UNTOUCHED : outcome(dial, destination, decision, time);
  }

  private Outcome outcome(
      HookedDial dial, InetSocketAddress destination, Decision decision, ConnectTimeout time)
      throws IOException {
    boolean required = decision.mode() == Mode.REQUIRE;
    Handshake handshake = dial.connect(destination, required ? time.whole() : time.shareOfSmc());
    if (dial.isGivenUp()) {
      dial.discard(handshake);
      return Outcome.LEFT_TO_TCP; // which its owner will not find open
    }
    Result result = handshake.result();
    boolean connected = dial.failure() == null && result != Result.FAILED;
    if (connected && (result == Result.SMC || !required)) {
      LinkLog.connected(
          destination, result, () -> DescriptorLinks.of(dial.descriptor(), destination));
      return new Outcome(true, dial);
    }
    try {
      if (required) {
        throw refused(dial, destination, decision, handshake, time);
      }
      converter.noteFailure(destination, handshake);
      return Outcome.LEFT_TO_TCP;
    } finally {
      dial.discard(handshake);
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
