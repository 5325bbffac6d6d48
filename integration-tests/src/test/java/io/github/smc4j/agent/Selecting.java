package io.github.smc4j.agent;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A thread that waits in a selector, as an event loop does. What is ready counts when it is told to
 * watch: a TCP socket that is neither bound nor connected has EPOLLHUP, which the selector takes
 * for ready.
 */
final class Selecting implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final Selector selector = Selector.open();
  private final Set<SelectionKey> ready = ConcurrentHashMap.newKeySet();
  private volatile boolean watching;
  private volatile CountDownLatch round = new CountDownLatch(1);

  Selecting() throws IOException {
    Thread thread = new Thread(this::select);
    thread.setDaemon(true);
    thread.start();
  }

  SelectionKey register(SelectableChannel channel, int operation) throws IOException {
    channel.configureBlocking(false);
    return channel.register(selector, operation);
  }

  /** Until the kernel has been told of what is registered now. */
  void awaitRound() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      CountDownLatch next = new CountDownLatch(1);
      round = next;
      selector.wakeup();
      if (!next.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the selector does not wake up");
      }
    }
  }

  /** From the next round on, whose events are those of the sockets that the channels have now. */
  void watch() {
    watching = true;
  }

  /** Until the selector has seen a key ready. */
  void awaitReady(SelectionKey key) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!ready.contains(key)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the selector never saw " + key.channel());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void select() {
    try {
      while (selector.isOpen()) {
        Consumer<SelectionKey> seen = watching ? this::see : key -> {};
        selector.select(seen);
        round.countDown();
      }
    } catch (ClosedSelectorException closed) {
      // As it is when it is closed between two rounds
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void see(SelectionKey key) {
    ready.add(key);
    key.interestOps(0);
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
