package io.github.smc4j.internal;

import io.github.smc4j.internal.policy.Decision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** Says that a connection does not run on SMC although the policy requires that. */
public final class RequiredSmc {
  private RequiredSmc() {}

  /**
   * The exception for a connection that is refused for it.
   *
   * @param link what the connection runs on, in words, unless the handshake failed
   */
  public static SocketException refusal(
      Decision decision,
      InetSocketAddress destination,
      Handshake handshake,
      @Nullable Object link,
      @Nullable IOException cause) {
    String found =
        handshake.failure() != null
            ? "connecting to " + destination + " failed: " + handshake.failure()
            : destination + " runs on " + link;
    SocketException e =
        new SocketException("SMC is required by " + decision.reason() + " but " + found);
    e.initCause(cause);
    return e;
  }
}
