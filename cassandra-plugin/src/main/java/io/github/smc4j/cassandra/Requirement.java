package io.github.smc4j.cassandra;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;

/** Whether a session may be left to TCP. */
final class Requirement {
  private Requirement() {}

  /**
   * Sees that it may.
   *
   * @param why it would be
   * @throws SmcConfigurationException if SMC is required whatever the session connects to
   */
  static void allowTcp(Settings settings, String why) {
    Decision decision = settings.policy().undecidedDestination();
    if (decision.mode() == Mode.REQUIRE) {
      throw new SmcConfigurationException(
          "SMC is required by " + decision.reason() + " but cannot be had: " + why);
    }
  }
}
