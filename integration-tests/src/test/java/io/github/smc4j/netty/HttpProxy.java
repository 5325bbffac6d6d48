package io.github.smc4j.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.smc4j.SmcServerSocketFactory;
import io.github.smc4j.contract.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An HTTP proxy that says yes to everybody and is the destination itself: it sends back. */
final class HttpProxy implements AutoCloseable {
  private final ServerSocket listener;

  HttpProxy() throws IOException {
    listener =
        new SmcServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Task.run(this::accept);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void accept() throws IOException {
    while (true) {
      Socket connection = listener.accept();
      Task.run(() -> serve(connection));
    }
  }

  /** Nobody sends anything between the request's end and the answer. */
  private static void serve(Socket connection) throws IOException {
    try (connection) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
      while (!request.readLine().isEmpty()) {
        // none of its headers matters
      }
      connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
      connection.getInputStream().transferTo(connection.getOutputStream());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
