package io.github.smc4j.internal;

import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Learns what becomes of connects that others make: the JDK closes a channel whose connect failed,
 * and its owner only knows that it did. What is SMC's fault is with the breaker before the next
 * channel to the same destination is opened, so that the first retry runs over TCP.
 *
 * <p>A thread looks at all connects that are under way, every few milliseconds and only while there
 * are any. Thread-safe.
 */
final class ConnectWatch {
  /** Of the whole JVM. */
  static final ConnectWatch JVM = new ConnectWatch();

  private static final int INTERVAL_MILLIS = 10;

  private final ExecutorService thread = DaemonThreads.pool("smc4j-connects", 1, 1);
  private final Queue<WatchedConnect> watched = new ConcurrentLinkedQueue<>();
  private boolean running;

  /** Watches a channel from before it is connected until what there is to learn is learned. */
  void follow(WatchedConnect connect) {
    watched.add(connect);
    synchronized (this) {
      if (!running) {
        thread.execute(this::watch);
        running = true;
      }
    }
  }

  /** Learns now what can be learned about a destination. */
  void settle(InetSocketAddress address) {
    if (!watched.isEmpty()) {
      Destination destination = Destination.of(address);
      watched.removeIf(connect -> connect.isTo(destination) && connect.isOver());
    }
  }

  private void watch() {
    boolean ended = false;
    try {
      while (!ended) {
        TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
        watched.removeIf(WatchedConnect::isOver);
        ended = isEnded();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } finally {
      if (!ended) {
        stop();
      }
    }
  }

  private synchronized boolean isEnded() {
    running = !watched.isEmpty();
    return !running;
  }

  private synchronized void stop() {
    running = false;
  }
}
