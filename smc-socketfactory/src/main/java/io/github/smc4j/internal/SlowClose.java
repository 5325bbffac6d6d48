package io.github.smc4j.internal;

import java.util.concurrent.Executor;

/** Where sockets are closed that may take some time for it. */
public final class SlowClose {
  public static final Executor THREADS = DaemonThreads.pool("smc4j-close", 8, Integer.MAX_VALUE);

  private SlowClose() {}
}
