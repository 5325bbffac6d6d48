package io.github.smc4j.internal;

import java.util.concurrent.TimeUnit;

/** How long to wait between two looks at a socket that is connecting. */
public final class ConnectPause {
  /** In nanoseconds. */
  static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long SHORTEST = LONGEST / 200;

  /** A pause is this part of the time that has passed, and so is the time lost by it. */
  private static final int PART = 8;

  private ConnectPause() {}

  /**
   * The nanoseconds until the next look.
   *
   * @param passed the nanoseconds since the connect began
   * @param left those that are left for it
   */
  public static long next(long passed, long left) {
    long pause = Math.min(LONGEST, Math.max(SHORTEST, passed / PART));
    return Math.min(pause, Math.max(SHORTEST, left));
  }
}
