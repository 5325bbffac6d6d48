package io.github.smc4j.grpc;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerProvider;
import java.util.concurrent.Callable;

/**
 * A program that tells which providers gRPC has chosen, and what becomes of a server and a call.
 */
final class Exchange {
  private Exchange() {}

  public static void main(String[] none) throws Exception {
    System.out.println("channels: " + ManagedChannelProvider.provider().getClass().getName());
    System.out.println("servers: " + ServerProvider.provider().getClass().getName());
    tell("exchange", Exchange::exchange);
    tell("forTarget", () -> ManagedChannelBuilder.forTarget("127.0.0.1:1"));
    tell("forPort", () -> ServerBuilder.forPort(0));
    tell(
        "newServerBuilder",
        () -> Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create()));
    System.exit(0);
  }

  private static String exchange() throws Exception {
    Server server = ServerBuilder.forPort(0).addService(Echo.service()).build().start();
    ManagedChannel channel =
        Grpc.newChannelBuilder("127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
            .build();
    return Echo.ask(channel, "hello");
  }

  /** All in one line, with what caused it. */
  private static void tell(String name, Callable<?> attempt) {
    StringBuilder line = new StringBuilder(name + ": ");
    try {
      line.append(attempt.call());
    } catch (Exception e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        line.append(cause.toString().replace('\n', ' ')).append(" / ");
      }
    }
    System.out.println(line);
  }
}
