package io.github.smc4j.grpc;

import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Task;
import io.github.smc4j.echo.EchoService;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** A server and a channel to it. */
final class Conversation implements AutoCloseable {
  private final SeenConnections seen = new SeenConnections();
  private final Server server;
  private final ManagedChannel channel;

  private Conversation(GrpcPair pair, EchoService service, UnaryOperator<String> target)
      throws IOException {
    server = pair.server().addTransportFilter(seen).addService(service).build().start();
    ManagedChannelBuilder<?> builder = pair.channel(target.apply("127.0.0.1:" + server.getPort()));
    channel = builder.build();
  }

  static Conversation of(GrpcPair pair) throws IOException {
    return of(pair, new EchoService(1));
  }

  static Conversation of(GrpcPair pair, EchoService service) throws IOException {
    return new Conversation(pair, service, address -> address);
  }

  /**
   * @param target what the channel is told, given the server's address
   */
  static Conversation of(GrpcPair pair, UnaryOperator<String> target) throws IOException {
    return new Conversation(pair, new EchoService(1), target);
  }

  Server server() {
    return server;
  }

  ManagedChannel channel() {
    return channel;
  }

  SeenConnections seen() {
    return seen;
  }

  byte[] ask(byte[] request) {
    return ClientCalls.blockingUnaryCall(channel, EchoService.UNARY, CallOptions.DEFAULT, request);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
    await().atMost(Task.PATIENCE).until(() -> channel.isTerminated() && server.isTerminated());
  }
}
