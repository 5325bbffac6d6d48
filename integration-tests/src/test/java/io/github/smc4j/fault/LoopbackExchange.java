package io.github.smc4j.fault;

import io.github.smc4j.Link;
import io.github.smc4j.Smc;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A program that exchanges a megabyte with itself, and tells over what and how long. */
final class LoopbackExchange {
  private LoopbackExchange() {}

  /**
   * Does it once for each argument.
   *
   * @param arguments settings of the client, such as {@code smc.mode=require}
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("unavailable because " + Smc.unavailabilityCause());
    try (CheckingServer server = CheckingServer.listen(InetAddress.getLoopbackAddress())) {
      for (String settings : arguments) {
        System.out.println(settings + " " + exchange(server, settings));
      }
      server.insistOnRightBytes();
    }
  }

  private static String exchange(CheckingServer server, String settings) throws Exception {
    long start = System.nanoTime();
    try (Socket client = new SmcSocketFactory(settings).createSocket()) {
      client.connect(server.address());
      Exchange.over(client);
      double seconds = (System.nanoTime() - start) / 1e9;
      return "exchanged over %s in %.2f s".formatted(Link.of(client).kind(), seconds);
    } catch (IOException e) {
      return "failed: " + e;
    }
  }
}
