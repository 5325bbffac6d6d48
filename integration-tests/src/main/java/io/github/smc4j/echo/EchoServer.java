package io.github.smc4j.echo;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import java.io.IOException;
import java.io.OutputStream;

/** Serves the {@link EchoService} with whatever transport of gRPC there is. */
public final class EchoServer {
  private EchoServer() {}

  /** Prints the port it listens on, and ends with its standard input. */
  public static void main(String[] none) throws IOException {
    Server server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(new EchoService(1))
            .build()
            .start();
    System.out.println(server.getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    server.shutdownNow();
  }
}
