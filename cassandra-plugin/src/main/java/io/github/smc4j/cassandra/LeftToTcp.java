package io.github.smc4j.cassandra;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the log of sessions that cannot be put on SMC. Loaded without the core as well. */
final class LeftToTcp {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  /** One session is likely to be like the next. */
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private LeftToTcp() {}

  /** Tells each reason once. */
  static void tell(String why) {
    if (TOLD.add(why)) {
      LOG.log(
          System.Logger.Level.WARNING, "sessions of the Cassandra driver stay on TCP: {0}", why);
    }
  }
}
