package io.github.smc4j.bench;

import io.github.smc4j.Link;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * 64 bytes to a server and back. One thread does the work of both ends: with two, what a round trip
 * takes depends on which of them the scheduler lets run first. Arguments: the {@link Sockets}.
 * Prints the kind of the link and what a round trip takes.
 */
final class RoundTrip {
  private static final int BYTES = 64;

  private RoundTrip() {}

  public static void main(String[] args) throws IOException {
    Sockets sockets = Sockets.valueOf(args[0]);
    try (ServerSocketChannel server = sockets.serverChannel();
        SocketChannel client = sockets.channel()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client.connect(server.getLocalAddress());
      SocketChannel accepted = server.accept();
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);

      ByteBuffer message = ByteBuffer.allocateDirect(BYTES);
      long roundTrip =
          Measurement.of(
              100,
              () -> {
                send(client, message);
                receive(accepted, message);
                send(accepted, message);
                receive(client, message);
              });
      System.out.println(Link.of(client).kind() + " " + roundTrip);
    }
  }

  private static void send(SocketChannel channel, ByteBuffer buffer) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static void receive(SocketChannel channel, ByteBuffer buffer) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
  }
}
