package io.github.smc4j.internal;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Looks at things every few milliseconds until they are over. Its thread runs only while there are
 * any.
 *
 * <p>Thread-safe.
 */
final class Watch<T> {
  private static final int INTERVAL_MILLIS = 10;

  private final ExecutorService thread;
  private final Predicate<? super T> isOver;
  private final Queue<T> watched = new ConcurrentLinkedQueue<>();
  private boolean running;

  /**
   * @param name of the thread
   * @param isOver looks at a thing
   */
  Watch(String name, Predicate<? super T> isOver) {
    this.thread = DaemonThreads.pool(name, 1, 1);
    this.isOver = isOver;
  }

  /** Watches a thing from now on. */
  void follow(T thing) {
    watched.add(thing);
    synchronized (this) {
      if (!running) {
        thread.execute(this::watch);
        running = true;
      }
    }
  }

  /** Looks now, in the caller's thread, at those that it asks for. */
  void lookAt(Predicate<? super T> wanted) {
    watched.removeIf(thing -> wanted.test(thing) && isOver.test(thing));
  }

  /** Whether there is nothing to look at. */
  boolean isEmpty() {
    return watched.isEmpty();
  }

  private void watch() {
    boolean ended = false;
    try {
      while (!ended) {
        TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
        watched.removeIf(isOver);
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
