package io.github.smc4j;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A program that sends a line to itself through the factories; run in JVMs that are set up to have
 * no SMC.
 */
public final class EchoProgram {
  private EchoProgram() {}

  /** Prints what it received and whether SMC was available. */
  public static void main(String[] arguments) throws Exception {
    try (ServerSocket server =
            new SmcServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket client =
            new SmcSocketFactory().createSocket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
      accepted.shutdownOutput();
      String received =
          new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      System.out.println(received + " available=" + Smc.isAvailable());
    }
  }
}
