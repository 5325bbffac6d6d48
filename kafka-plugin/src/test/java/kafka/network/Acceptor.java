package kafka.network;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;

/** Opens a listener where a broker does; the plug-in knows the place by this name. */
public final class Acceptor {
  private Acceptor() {}

  public static void main(String[] arguments) throws IOException {
    openServerSocket().close();
    System.out.println("a listener opened");
  }

  private static ServerSocketChannel openServerSocket() throws IOException {
    return ServerSocketChannel.open();
  }
}
