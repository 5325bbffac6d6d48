package io.github.smc4j.grpc;

import io.github.smc4j.echo.EchoService;

/** A server in a process of its own, until it is killed. */
final class EchoProgram {
  private EchoProgram() {}

  /**
   * Serves.
   *
   * @param arguments one: the port to listen on
   */
  public static void main(String[] arguments) throws Exception {
    GrpcPair pair = GrpcPair.plaintext(GrpcStack.PLAIN);
    pair.server(Integer.parseInt(arguments[0]))
        .addService(new EchoService(1))
        .build()
        .start()
        .awaitTermination();
  }
}
