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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits in a selector, as an event loop does. It begins to act on what is ready when
 * it is told to: a TCP socket that is neither bound nor connected has EPOLLHUP, which the selector
 * takes for ready.
 */
final class Selecting implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final Selector selector = Selector.open();
  private volatile boolean acting;
  private volatile CountDownLatch round = new CountDownLatch(1);

  Selecting() throws IOException {
    Thread thread = new Thread(this::select);
    thread.setDaemon(true);
    thread.start();
  }

  /** What the server accepts. */
  CompletableFuture<SocketChannel> accepted(ServerSocketChannel server) throws IOException {
    return register(server, SelectionKey.OP_ACCEPT, server::accept);
  }

  /** The client, once it is connected. */
  CompletableFuture<SocketChannel> connected(SocketChannel client) throws IOException {
    return register(client, SelectionKey.OP_CONNECT, () -> client.finishConnect() ? client : null);
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

  /** From the next round on, whose events are those of the sockets that the channels have now. */
  void act() {
    acting = true;
  }

  private void select() {
    try {
      while (selector.isOpen()) {
        Consumer<SelectionKey> action = acting ? Selecting::attempt : key -> {};
        selector.select(action);
        round.countDown();
      }
    } catch (ClosedSelectorException closed) {
      // As it is when it is closed between two rounds
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void attempt(SelectionKey key) {
    Waiting waiting = (Waiting) key.attachment();
    try {
      SocketChannel channel = waiting.whenReady().call();
      if (channel != null) {
        key.interestOps(0);
        waiting.done().complete(channel);
      }
    } catch (Exception e) {
      key.interestOps(0);
      waiting.done().completeExceptionally(e);
    }
  }

  /** Somebody who waits for a channel. */
  private record Waiting(
      Callable<@Nullable SocketChannel> whenReady, CompletableFuture<SocketChannel> done) {}

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
