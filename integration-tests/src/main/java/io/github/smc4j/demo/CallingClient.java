package io.github.smc4j.demo;

import io.github.smc4j.echo.EchoClient;
import io.github.smc4j.process.JavaProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** An {@link EchoClient}, which counts the answers itself. */
final class CallingClient extends AskedClient {
  /** Starts it. */
  CallingClient(
      GrpcTransport transport, boolean withPlugin, InetSocketAddress server, Path directory)
      throws IOException {
    super(
        new JavaProgram(
            "the gRPC client",
            transport.classPath(withPlugin),
            List.of(),
            List.of(EchoClient.class.getName(), ObservedLink.text(server)),
            directory.resolve("grpc-client.log")),
        server,
        "answers");
  }

  @Override
  int answers(int questions) throws IOException {
    tell(Integer.toString(questions));
    return Integer.parseInt(said());
  }
}
