package io.github.smc4j.bench;

import io.github.smc4j.Link;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A connection to a server in another thread, which accepts and closes it; the client sees the end
 * of the stream and closes too. Arguments: the {@link Sockets}. Prints what a connection takes and
 * the kind of its link.
 */
final class ConnectClose {
  private ConnectClose() {}

  public static void main(String[] args) throws IOException {
    Sockets sockets = Sockets.valueOf(args[0]);
    try (ServerSocket server = sockets.serverSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketAddress address = server.getLocalSocketAddress();
      Link.Kind kind = kindOf(sockets, server);
      Background.repeat(() -> server.accept().close());
      long connection = Measurement.of(400, () -> connectAndClose(sockets, address));
      System.out.println(connection + " " + kind);
    }
  }

  private static Link.Kind kindOf(Sockets sockets, ServerSocket server) throws IOException {
    try (Socket client = sockets.socket()) {
      client.connect(server.getLocalSocketAddress());
      try (Socket accepted = server.accept()) {
        return Link.of(accepted).kind();
      }
    }
  }

  /**
   * Yields first, so that the server waits in accept whatever the scheduler made of the last time.
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing but the count depends on it
  private static void connectAndClose(Sockets sockets, SocketAddress address) throws IOException {
    Thread.yield();
    try (Socket client = sockets.socket()) {
      client.connect(address);
      if (client.getInputStream().read() >= 0) {
        throw new IOException("the server sent something");
      }
    }
  }
}
