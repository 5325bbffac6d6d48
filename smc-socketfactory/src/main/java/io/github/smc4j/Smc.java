package io.github.smc4j;

import io.github.smc4j.internal.Availability;
import org.jspecify.annotations.Nullable;

/**
 * Whether this JVM can open SMC sockets.
 *
 * <p>It can when it runs on Linux, the native library loads and the kernel grants {@code
 * socket(AF_SMC)} or {@code socket(.., IPPROTO_SMC)} (net/smc/af_smc.c, net/smc/smc_inet.c). That
 * says nothing about a single connection, which still falls back to TCP when the peer or the path
 * has no SMC. The answer is found out at the first call of any method here and stays the same for
 * the life of the JVM; a refusal is logged once. All methods are thread-safe.
 */
public final class Smc {
  private Smc() {}

  /**
   * {@return whether SMC sockets can be opened} Where not, every factory of smc4j opens TCP
   * sockets.
   */
  public static boolean isAvailable() {
    return unavailabilityCause() == null;
  }

  /**
   * Does nothing where SMC sockets can be opened.
   *
   * @throws UnsupportedOperationException where they cannot, with {@link #unavailabilityCause()} as
   *     its cause
   */
  public static void ensureAvailable() {
    Throwable cause = unavailabilityCause();
    if (cause != null) {
      throw new UnsupportedOperationException("SMC is not available: " + cause.getMessage(), cause);
    }
  }

  /**
   * Why SMC sockets cannot be opened; its message names what was tried and what to change.
   *
   * @return the cause, or null where SMC sockets can be opened
   */
  public static @Nullable Throwable unavailabilityCause() {
    return Availability.get().cause();
  }
}
