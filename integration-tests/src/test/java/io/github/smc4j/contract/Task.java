package io.github.smc4j.contract;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a thread of its own. */
public final class Task<T> {
  /** How long a test waits for anything; emulated machines are slow. */
  public static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Waits where the JDK does not. */
  private static final String CONNECT_WAIT = "io.github.smc4j.internal.ConnectWait";

  private static final Duration POLL = Duration.ofMillis(10);

  private final FutureTask<T> work;
  private final Thread thread;

  private Task(FutureTask<T> work, Thread thread) {
    this.work = work;
    this.thread = thread;
  }

  public static <T> Task<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "task");
    thread.setDaemon(true);
    thread.start();
    return new Task<>(task, thread);
  }

  public static Task<Void> run(Action action) {
    return start(
        () -> {
          action.run();
          return null;
        });
  }

  /** Starts a virtual thread, through reflection because JDK 17 has none. */
  public static <T> Task<T> startVirtual(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      Object thread =
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
      return new Task<>(task, (Thread) thread);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new UnsupportedOperationException("this JDK has no virtual threads", e);
    }
  }

  /** Waits until the thread is held up inside a socket operation. */
  public Task<T> awaitBlocked() {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(() -> isBlockedInSocket(thread));
    return this;
  }

  public void interrupt() {
    thread.interrupt();
  }

  /** Whether it has ended, be it with a failure. */
  public boolean isDone() {
    return work.isDone();
  }

  /** Waits for the end, be it a failure. */
  public void awaitEnd() {
    await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(POLL).until(work::isDone);
  }

  /** Waits for the result, or throws what the work has thrown. */
  public T result() throws Exception {
    try {
      return work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception failure) {
        throw failure;
      }
      throw e;
    } catch (TimeoutException e) {
      throw new AssertionError(
          "still busy after " + PATIENCE + " at " + Arrays.toString(thread.getStackTrace()), e);
    }
  }

  /** Tells whether the work is done and, if it failed, why. */
  @Override
  public String toString() {
    return work.toString();
  }

  /** Work without a result. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  /** A platform thread waits in a system call; a virtual one is parked by the socket code. */
  private static boolean isBlockedInSocket(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0
        && (stack[0].isNativeMethod() || isParked(thread))
        && Arrays.stream(stack).map(StackTraceElement::getClassName).anyMatch(Task::isSocketCode);
  }

  private static boolean isParked(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      default -> false;
    };
  }

  private static boolean isSocketCode(String className) {
    return className.startsWith("sun.nio.ch.") || className.equals(CONNECT_WAIT);
  }
}
