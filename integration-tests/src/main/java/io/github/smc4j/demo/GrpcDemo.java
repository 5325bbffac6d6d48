package io.github.smc4j.demo;

import io.github.smc4j.echo.EchoServer;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A gRPC server and its clients, with each of the transports on Netty: over SMC with the plug-in in
 * the class path, over TCP without.
 */
final class GrpcDemo {
  /** The server gets faster all the time, so neither client is to have the late ones alone. */
  private static final int TURNS = 3;

  private final Path directory;
  private final Progress progress;

  /**
   * @param directory takes everything that is written
   */
  GrpcDemo(Path directory, Progress progress) {
    this.directory = directory;
    this.progress = progress;
  }

  List<DemoRow> run() throws IOException {
    List<DemoRow> rows = new ArrayList<>();
    for (GrpcTransport transport : GrpcTransport.values()) {
      progress.say("calling a server with %s, with and without the plug-in".formatted(transport));
      try (RunningProgram server = server(transport).startReadable()) {
        rows.add(row(transport, address(server)));
      }
    }
    return rows;
  }

  private DemoRow row(GrpcTransport transport, InetSocketAddress server) throws IOException {
    try (CallingClient smc = new CallingClient(transport, true, server, directory);
        CallingClient tcp = new CallingClient(transport, false, server, directory)) {
      tcp.warmUp();
      smc.warmUp();
      for (int turn = 0; turn < TURNS; turn++) {
        smc.ask();
        tcp.ask();
      }
      return DemoRow.ofRuns(transport.toString(), ObservedLink.text(server), smc.run(), tcp.run());
    }
  }

  private JavaProgram server(GrpcTransport transport) {
    return new JavaProgram(
        "the gRPC server",
        transport.classPath(true),
        List.of(),
        List.of(EchoServer.class.getName()),
        directory.resolve("grpc-server.log"));
  }

  private static InetSocketAddress address(RunningProgram server) throws IOException {
    String port = server.output().readLine();
    if (port == null) {
      throw server.failure("does not listen", null);
    }
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }
}
