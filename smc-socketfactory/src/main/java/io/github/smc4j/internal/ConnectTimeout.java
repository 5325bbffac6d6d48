package io.github.smc4j.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time that a caller gives to a connect, to be shared by an attempt over SMC and one over TCP.
 */
public final class ConnectTimeout {
  /** Longer than the six seconds that the kernel waits for a CLC message (net/smc/smc_clc.h). */
  private static final int LONGEST_SHARE = 7_000;

  /** The kernel gives up looking for a neighbour after 3 seconds, and waiting for one after 127. */
  private static final long LONGEST_LOOKUP = TimeUnit.SECONDS.toNanos(30);

  /** With less than this, half of it is too little for any connection. */
  private static final int SHORTEST_TO_SHARE = 100;

  /** For whoever has no time left, to find that out. */
  private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

  private final int milliseconds;
  private final long start = System.nanoTime();

  /** Begins now; 0 is endless. */
  public ConnectTimeout(int milliseconds) {
    this.milliseconds = milliseconds;
  }

  /** Whether there is time for an attempt over SMC besides one over TCP. */
  public boolean isEnoughToShare() {
    return milliseconds == 0 || milliseconds >= SHORTEST_TO_SHARE;
  }

  /** The milliseconds for SMC, so that enough is left for TCP; 0 is endless. */
  public int shareOfSmc() {
    return milliseconds == 0 ? 0 : Math.min(milliseconds / 2, LONGEST_SHARE);
  }

  /** The milliseconds of the whole; 0 is endless. */
  public int whole() {
    return milliseconds;
  }

  /** Whether there is nothing left of it. */
  public boolean isOver() {
    return milliseconds != 0 && passed() >= milliseconds;
  }

  private long passed() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /**
   * The milliseconds that are left; 0 is endless.
   *
   * @throws SocketTimeoutException if none are, as the JDK does
   */
  public int left() throws SocketTimeoutException {
    if (milliseconds == 0) {
      return 0;
    }
    long left = milliseconds - passed();
    if (left <= 0) {
      throw new SocketTimeoutException("Connect timed out");
    }
    return (int) left;
  }

  /** What is left of a time that begins when this did, or a little of it. */
  public long leftOf(long nanoseconds) {
    return Math.max(SHORTEST_WAIT, nanoseconds - (System.nanoTime() - start));
  }

  /**
   * Why a connect over SMC failed, as TCP would tell it. Linux before 7.1 keeps some errors to
   * itself, and all that is found then is that the socket is not connected: what it was only the
   * time tells that it took.
   */
  public IOException explain(@Nullable IOException failure) {
    return failure == null || String.valueOf(failure.getMessage()).contains("not connected")
        ? unreachable()
        : failure;
  }

  private SocketException unreachable() {
    boolean longerThanAnyLookup = System.nanoTime() - start > LONGEST_LOOKUP;
    return longerThanAnyLookup
        ? new ConnectException("Connection timed out")
        : new NoRouteToHostException("No route to host");
  }
}
