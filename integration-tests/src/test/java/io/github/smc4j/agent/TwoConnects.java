package io.github.smc4j.agent;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/**
 * Connects twice to an address, with the kind of socket that its argument names, and prints what
 * became of each.
 */
final class TwoConnects {
  private TwoConnects() {}

  public static void main(String[] arguments) {
    InetSocketAddress destination =
        new InetSocketAddress(arguments[1], Integer.parseInt(arguments[2]));
    for (int i = 0; i < 2; i++) {
      try {
        connect(arguments[0], destination).close();
        System.out.println("connected");
      } catch (IOException e) {
        System.out.println("failed");
      }
    }
  }

  private static Closeable connect(String kind, InetSocketAddress destination) throws IOException {
    if (kind.equals("channel")) {
      return SocketChannel.open(destination);
    }
    Socket socket = new Socket();
    socket.connect(destination);
    return socket;
  }
}
