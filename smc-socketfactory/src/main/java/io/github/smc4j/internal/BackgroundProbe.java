package io.github.smc4j.internal;

import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Tries SMC out before connections depend on it ({@code smc.probe = background}): connects to a
 * destination and closes at once. While a destination is not proved, its connections run on TCP.
 *
 * <p>Thread-safe.
 */
final class BackgroundProbe {
  /** Of the whole JVM. */
  static final BackgroundProbe JVM = new BackgroundProbe();

  private static final System.Logger LOG = System.getLogger("io.github.smc4j");
  private static final Decision PROBE = new Decision(Mode.PREFER, "smc.probe");

  private static final int THREADS = 4;
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_PROVED = 100_000;

  /** Longer than the kernel's own limits for the SMC part of a handshake. */
  private static final int TIMEOUT = 20_000;

  private final ExecutorService threads = DaemonThreads.pool("smc4j-probe", THREADS, MOST_WAITING);
  private final Set<Destination> underway = new HashSet<>();
  private final Set<Destination> proved = Collections.newSetFromMap(BoundedMap.of(MOST_PROVED));

  /** Whether SMC is known to be safe with a destination; if not, that is being found out. */
  boolean proves(InetSocketAddress address, Converter converter) {
    Destination destination = Destination.of(address);
    if (destination == null) {
      return false;
    }
    synchronized (this) {
      if (proved.contains(destination)) {
        return true;
      }
      if (!underway.add(destination)) {
        return false;
      }
    }
    start(destination, converter);
    return false;
  }

  /** Has a destination tried out again, because it has failed since. */
  synchronized void forget(InetSocketAddress address) {
    proved.remove(Destination.of(address));
  }

  private void start(Destination destination, Converter converter) {
    try {
      threads.execute(() -> tryOut(destination, converter));
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0} is tried another time: {1}", destination, e);
      finish(destination, false);
    }
  }

  private void tryOut(Destination destination, Converter converter) {
    boolean safe = false;
    try {
      safe = isSafe(destination.toAddress(), converter);
    } finally {
      finish(destination, safe);
    }
  }

  private synchronized void finish(Destination destination, boolean safe) {
    underway.remove(destination);
    if (safe) {
      proved.add(destination);
    }
  }

  /** Connects; a fallback in good order is safe as well. */
  private static boolean isSafe(InetSocketAddress address, Converter converter) {
    try (SmcDial dial = converter.dial(PROBE, null, address)) {
      return dial != null && isSafe(address, dial, converter);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0} could not be tried out: {1}", address, e);
      return false;
    }
  }

  private static boolean isSafe(InetSocketAddress address, SmcDial dial, Converter converter)
      throws IOException {
    try {
      Handshake handshake = dial.connect(address, TIMEOUT);
      LOG.log(System.Logger.Level.DEBUG, "{0} was tried out: {1}", address, handshake);
      converter.noteFailure(address, handshake);
      return switch (handshake.result()) {
        case SMC, TCP, TCP_AFTER_CLC -> true;
        case FAILED, NO_CONNECTION -> false;
      };
    } finally {
      dial.socket().close();
    }
  }
}
