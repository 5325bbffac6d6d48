package io.github.smc4j.agent;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits in a selector, as an event loop does. What is ready is tried until it
 * succeeds: the kernel says EPOLLHUP of a socket that neither listens nor connects, and the
 * selector takes that for ready.
 */
final class Selecting implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final Selector selector = Selector.open();
  private volatile CountDownLatch round = new CountDownLatch(1);

  Selecting() throws IOException {
    Thread thread = new Thread(this::select);
    thread.setDaemon(true);
    thread.start();
  }

  /** What the server accepts, once it is bound. */
  CompletableFuture<SocketChannel> accepted(ServerSocketChannel server) throws IOException {
    return register(
        server,
        SelectionKey.OP_ACCEPT,
        () -> server.getLocalAddress() == null ? null : server.accept());
  }

  /** The client, once it is connected. */
  CompletableFuture<SocketChannel> connected(SocketChannel client) throws IOException {
    return register(
        client,
        SelectionKey.OP_CONNECT,
        () -> client.isConnectionPending() && client.finishConnect() ? client : null);
  }

  private CompletableFuture<SocketChannel> register(
      SelectableChannel channel, int operation, Callable<@Nullable SocketChannel> whenReady)
      throws IOException {
    CompletableFuture<SocketChannel> done =
        new CompletableFuture<SocketChannel>().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
    channel.configureBlocking(false);
    channel.register(selector, operation, new Waiting(whenReady, done));
    return done;
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

  private void select() {
    try {
      while (selector.isOpen()) {
        selector.select(key -> ((Waiting) key.attachment()).attempt(key));
        round.countDown();
      }
    } catch (ClosedSelectorException closed) {
      // As it is when it is closed between two rounds
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody who waits for a channel. */
  private record Waiting(
      Callable<@Nullable SocketChannel> whenReady, CompletableFuture<SocketChannel> done) {
    void attempt(SelectionKey key) {
      try {
        SocketChannel channel = whenReady.call();
        if (channel != null) {
          key.interestOps(0);
          done.complete(channel);
        }
      } catch (Exception e) {
        key.interestOps(0);
        done.completeExceptionally(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
