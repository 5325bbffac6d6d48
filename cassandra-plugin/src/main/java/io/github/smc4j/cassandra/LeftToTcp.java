package io.github.smc4j.cassandra;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says of a session that it cannot be put on SMC, whatever it connects to. */
final class LeftToTcp {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  /** One session is likely to be like the next. */
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private LeftToTcp() {}

  /**
   * Tells the log, once for each reason.
   *
   * @throws SmcConfigurationException if the session must not run on TCP
   */
  static void tell(Settings settings, String why) {
    Decision decision = settings.policy().undecidedDestination();
    if (decision.mode() == Mode.REQUIRE) {
      throw new SmcConfigurationException(
          "SMC is required by " + decision.reason() + " but cannot be had: " + why);
    }
    tell(why);
  }

  /** Tells the log, once for each reason. */
  static void tell(String why) {
    if (TOLD.add(why)) {
      LOG.log(
          System.Logger.Level.WARNING, "sessions of the Cassandra driver stay on TCP: {0}", why);
    }
  }
}
