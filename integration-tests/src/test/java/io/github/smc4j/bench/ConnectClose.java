package io.github.smc4j.bench;

import io.github.smc4j.Link;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A connection that is accepted and closed at both ends, one thread doing the work of both.
 * Arguments: the {@link Sockets}. Prints the kind of its link and what a connection takes.
 */
final class ConnectClose {
  private ConnectClose() {}

  public static void main(String[] args) throws IOException {
    Sockets sockets = Sockets.valueOf(args[0]);
    try (ServerSocket server = sockets.serverSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Link.Kind kind = kindOf(sockets, server);
      long connection = Measurement.best(40, () -> connectAndClose(sockets, server));
      System.out.println(kind + " " + connection);
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

  private static void connectAndClose(Sockets sockets, ServerSocket server) throws IOException {
    try (Socket client = sockets.socket()) {
      client.connect(server.getLocalSocketAddress());
      server.accept().close();
      if (client.getInputStream().read() >= 0) {
        throw new IOException("the server sent something");
      }
    }
  }
}
