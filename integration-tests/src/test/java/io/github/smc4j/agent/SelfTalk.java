package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Sends itself a word through sockets and one through channels, and prints what has arrived. Where
 * a connection fails it prints why in place of the word.
 */
final class SelfTalk {
  /** What it prints when nothing fails. */
  static final String[] WORDS = {"sockets", "channels"};

  private SelfTalk() {}

  public static void main(String[] arguments) {
    System.out.println(heard(SelfTalk::throughSockets));
    System.out.println(heard(SelfTalk::throughChannels));
  }

  /** One of the two. */
  interface Talk {
    String hear() throws IOException;
  }

  private static String heard(Talk talk) {
    try {
      return talk.hear();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String throughSockets() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(WORDS[0].getBytes(US_ASCII));
      client.shutdownOutput();
      return new String(accepted.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private static String throughChannels() throws IOException {
    try (ServerSocketChannel server =
            ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        SocketChannel accepted = server.accept()) {
      client.write(ByteBuffer.wrap(WORDS[1].getBytes(US_ASCII)));
      client.shutdownOutput();
      return new String(accepted.socket().getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
