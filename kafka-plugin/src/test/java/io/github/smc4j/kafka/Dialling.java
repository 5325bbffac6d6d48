package io.github.smc4j.kafka;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * A program in which something that is not Kafka connects, and then a Kafka client tries to.
 * Argument: how long to wait for it, in seconds. With {@code -Ddialling.plain=true} it names no
 * factory.
 */
final class Dialling {
  private Dialling() {}

  public static void main(String[] arguments) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SocketChannel plain = SocketChannel.open()) {
      plain.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
      server.accept().close();
      server.setSoTimeout(1000 * Integer.parseInt(arguments[0]));
      dial(server);
    }
    System.exit(0);
  }

  private static void dial(ServerSocket server) throws Exception {
    Map<String, Object> configs = new HashMap<>();
    configs.put("bootstrap.servers", "127.0.0.1:" + server.getLocalPort());
    if (!Boolean.getBoolean("dialling.plain")) {
      configs.put("socket.factory.class", "io.github.smc4j.SmcSocketFactory");
    }
    try (AutoCloseable client = KafkaClients.ADMIN.dial(configs)) {
      server.accept().close();
      System.out.println("a client connected: " + client);
    } catch (SocketTimeoutException e) {
      System.out.println("no client connected: " + e.getMessage());
    }
  }
}
