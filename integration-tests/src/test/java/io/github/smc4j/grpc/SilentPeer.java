package io.github.smc4j.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.contract.Task;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;

/** A server that ends the HTTP/2 handshake (RFC 9113, section 3.4) and then answers nothing. */
final class SilentPeer implements AutoCloseable {
  /** A frame of type SETTINGS on stream 0 without any setting. */
  private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

  private final CountDownLatch connected = new CountDownLatch(1);
  private final ServerSocket listener;
  private final Task<Void> reading;

  SilentPeer() throws IOException {
    listener =
        new SmcServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    reading = Task.run(this::read);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Waits until a client is connected. */
  void awaitClient() throws Exception {
    assertThat(connected.await(Task.PATIENCE.toSeconds(), SECONDS)).isTrue();
  }

  /** Until the client gives it up, which is in time where a heartbeat tells it to. */
  private void read() throws IOException {
    try (Socket client = listener.accept();
        InputStream input = client.getInputStream()) {
      client.getOutputStream().write(SETTINGS);
      connected.countDown();
      input.skipNBytes(Long.MAX_VALUE);
    } catch (EOFException | SocketException givenUp) {
      // As it has to be
    }
  }

  /** Waits until the client has closed the connection. */
  void awaitGivenUp() throws Exception {
    reading.result();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
