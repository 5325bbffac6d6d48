package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Sends a word to a server that echoes, once through a socket and once through a channel, and
 * prints what comes back. Arguments: the server's address and port. Stays until its standard input
 * ends.
 */
final class RemoteTalk {
  private RemoteTalk() {}

  public static void main(String[] arguments) throws IOException {
    InetSocketAddress server = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    try (Socket socket = new Socket(server.getAddress(), server.getPort());
        SocketChannel channel = SocketChannel.open(server)) {
      socket.getOutputStream().write("socket".getBytes(US_ASCII));
      System.out.println(heard(socket, "socket".length()));
      channel.write(ByteBuffer.wrap("channel".getBytes(US_ASCII)));
      System.out.println(heard(channel.socket(), "channel".length()));
      while (System.in.read() >= 0) {}
    }
  }

  private static String heard(Socket socket, int length) throws IOException {
    return new String(socket.getInputStream().readNBytes(length), US_ASCII);
  }
}
