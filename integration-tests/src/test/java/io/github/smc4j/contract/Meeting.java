package io.github.smc4j.contract;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A behaviour at work on one connection. */
final class Meeting implements Peer.Conversation {
  private final Socket connection;
  private final CountDownLatch cue = new CountDownLatch(1);
  private final CompletableFuture<Protocol> protocol = new CompletableFuture<>();
  private final Task<Long> met;

  /**
   * @param connecting connects {@code connection}, if it is not connected yet
   */
  Meeting(Socket connection, Transport.Setup<Socket> connecting, Behaviour behaviour) {
    this.connection = connection;
    this.met = Task.start(() -> meet(connecting, behaviour));
  }

  private long meet(Transport.Setup<Socket> connecting, Behaviour behaviour) throws Exception {
    try (connection) {
      connect(connecting);
      return behaviour.meet(connection, cue);
    }
  }

  private void connect(Transport.Setup<Socket> connecting) throws IOException {
    try {
      connecting.apply(connection);
      protocol.complete(Protocol.of(connection));
    } catch (IOException e) {
      protocol.completeExceptionally(e);
      throw e;
    }
  }

  @Override
  public Protocol protocol() throws IOException {
    try {
      return protocol.get(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new IOException("the peer did not connect: " + e, e);
    }
  }

  @Override
  public int port() throws IOException {
    protocol();
    return connection.getLocalPort();
  }

  @Override
  public void cue() {
    cue.countDown();
  }

  @Override
  public long received() throws IOException {
    try {
      return met.result();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the peer failed: " + e, e);
    }
  }

  @Override
  public void close() throws IOException {
    cue.countDown();
    connection.close();
  }
}
