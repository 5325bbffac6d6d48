package io.github.smc4j.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that never keep the JVM from ending, and end when there has been nothing to do. */
final class DaemonThreads {
  private static final int IDLE_SECONDS = 5;

  private DaemonThreads() {}

  /** At most {@code threads} of them; work that would wait behind {@code waiting} is rejected. */
  static ExecutorService pool(String name, int threads, int waiting) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
