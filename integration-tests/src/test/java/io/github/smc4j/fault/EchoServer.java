package io.github.smc4j.fault;

import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.contract.Task;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends back what it gets, unless that begins with a CLC message. */
public final class EchoServer implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final int BUFFER = 1 << 16;

  private final ServerSocket listener;
  private final Reaction reaction;
  private final AtomicInteger proposals = new AtomicInteger();

  /** A server on a bound socket. */
  EchoServer(ServerSocket listener, Reaction reaction) {
    this.listener = listener;
    this.reaction = reaction;
    Task.run(this::accept);
  }

  public static EchoServer overTcp(Reaction reaction) throws IOException {
    return new EchoServer(new ServerSocket(0, BACKLOG), reaction);
  }

  public static EchoServer overSmc() throws IOException {
    return new EchoServer(
        new SmcServerSocketFactory().createServerSocket(0, BACKLOG), Reaction.CLOSE);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections have begun with a CLC message. */
  public int proposals() {
    return proposals.get();
  }

  private void accept() throws IOException {
    while (true) {
      Socket connection = listener.accept();
      Task.run(() -> serve(connection));
    }
  }

  private void serve(Socket connection) throws IOException {
    try (connection) {
      InputStream input = connection.getInputStream();
      byte[] buffer = new byte[BUFFER];
      int size = input.read(buffer);
      if (Reaction.isClc(buffer)) {
        proposals.incrementAndGet();
        reaction.to(Arrays.copyOf(buffer, size), connection);
        return;
      }
      for (; size > 0; size = input.read(buffer)) {
        connection.getOutputStream().write(buffer, 0, size);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
