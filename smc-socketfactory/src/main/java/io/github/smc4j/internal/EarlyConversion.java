package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.FreshSockets;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * Converts sockets when they are made, before their address is known: when it is, it would be too
 * late, because somebody has registered them with epoll.
 *
 * <p>Thread-safe.
 */
public final class EarlyConversion {
  private static final Decision WHEN_MADE =
      new Decision(Mode.PREFER, "a policy that may want it for the address to come");

  private final Converter converter;
  private final FreshSockets fresh;

  /**
   * @param fresh where all sockets come from that are made like these
   */
  public EarlyConversion(Converter converter, FreshSockets fresh) {
    this.converter = converter;
    this.fresh = fresh;
  }

  /** Converts a socket that was just made, if it can be; whether it was. */
  public boolean convert(int fd) throws IOException {
    try (ConvertedSocket converted =
        converter.convert(WHEN_MADE, conversion -> conversion.convert(fd, fresh))) {
      return converted != null;
    }
  }

  /**
   * Has a socket that is about to be connected do what was decided for its destination.
   *
   * @param converted whether it was when it was made
   * @return a second descriptor of it, if it is for SMC
   * @throws IOException if the decision requires SMC and there is none
   */
  public @Nullable ConvertedSocket connect(Decision decision, int fd, boolean converted)
      throws IOException {
    if (!converted) {
      missed(decision);
      return null;
    }
    ConvertedSocket second = ConvertedSocket.duplicateOf(fd);
    if (decision.mode() == Mode.OFF) {
      try (second) {
        second.fallBackWithOptions();
      }
      return null;
    }
    return second;
  }

  /**
   * Has a socket that is about to be bound, to listen, do what was decided for its address.
   *
   * @param converted whether it was when it was made
   * @return whether it is for SMC
   * @throws IOException if the decision requires SMC and there is none
   */
  public boolean listen(Decision decision, int fd, boolean converted) throws IOException {
    if (!converted) {
      missed(decision);
      return false;
    }
    if (decision.mode() == Mode.OFF) {
      Conversion.revert(fd);
      return false;
    }
    return true;
  }

  /** Too late to convert it, so all there is to do is to say why that failed. */
  private void missed(Decision decision) throws IOException {
    if (decision.mode() == Mode.REQUIRE) {
      converter.convert(decision, conversion -> conversion.open(SocketType.AF_INET)).close();
      throw new SocketException(
          "SMC is required by " + decision.reason() + " but could not be had for this socket");
    }
  }
}
