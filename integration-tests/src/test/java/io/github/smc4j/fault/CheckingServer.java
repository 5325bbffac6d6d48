package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.contract.Pattern;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Receives what an {@link Exchange} sends, insists on every byte, and sends it back. */
final class CheckingServer implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final ServerSocket socket;
  private final Queue<AssertionError> wrongBytes = new ConcurrentLinkedQueue<>();

  private CheckingServer(ServerSocket socket) {
    this.socket = socket;
  }

  static CheckingServer listen(InetAddress address) throws IOException {
    ServerSocket socket = new SmcServerSocketFactory().createServerSocket();
    socket.bind(new InetSocketAddress(address, 0));
    CheckingServer server = new CheckingServer(socket);
    start(server::accept);
    return server;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** Fails if any connection so far has handed out a byte that was not sent. */
  void insistOnRightBytes() {
    assertThat(wrongBytes).as("what the server read").isEmpty();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // Nobody is served any more.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      receive(connection.getInputStream());
      connection.getOutputStream().write(Pattern.bytes(Exchange.SIZE));
    } catch (IOException abandoned) {
      // The client tells whether its exchange came to an end.
    } catch (AssertionError wrongByte) {
      wrongBytes.add(wrongByte);
    }
  }

  private static void receive(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int position = 0;
    while (position < Exchange.SIZE) {
      int count = in.read(buffer);
      if (count < 0) {
        throw new EOFException("end of stream after " + position + " bytes");
      }
      Pattern.verify(buffer, count, position);
      position += count;
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
