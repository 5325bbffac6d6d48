package io.github.smc4j.bench;

import static io.grpc.stub.ServerCalls.asyncUnaryCall;

import io.github.smc4j.Link;
import io.github.smc4j.echo.Bytes;
import io.grpc.CallOptions;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A gRPC call with 64 bytes there and back. One event loop does the work of both ends, and makes
 * each call when the one before has ended. Arguments: the {@link Sockets} and the {@link
 * EventLoops}. Prints the kind of the link, what a call takes, and how much of it is user code and
 * how much the kernel's.
 */
final class UnaryEcho {
  private static final int CALLS = 50;
  private static final int BYTES = 64;

  private static final MethodDescriptor<byte[], byte[]> ECHO =
      MethodDescriptor.<byte[], byte[]>newBuilder()
          .setType(MethodType.UNARY)
          .setFullMethodName("bench/echo")
          .setRequestMarshaller(Bytes.MARSHALLER)
          .setResponseMarshaller(Bytes.MARSHALLER)
          .build();

  private final io.grpc.Channel channel;
  private final byte[] message = new byte[BYTES];

  private UnaryEcho(io.grpc.Channel channel) {
    this.channel = channel;
  }

  public static void main(String[] args) throws Exception {
    Sockets sockets = Sockets.valueOf(args[0]);
    EventLoops loops = EventLoops.valueOf(args[1]);
    EventLoopGroup group = loops.group();
    Connected connected = new Connected(loops.channels(sockets));
    Server server = server(group, loops, sockets);
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()),
                InsecureChannelCredentials.create())
            .channelFactory(connected)
            .eventLoopGroup(group)
            .directExecutor()
            .build();
    try {
      print(connected, new UnaryEcho(channel));
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }
  }

  private static Server server(EventLoopGroup group, EventLoops loops, Sockets sockets)
      throws IOException {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            InsecureServerCredentials.create())
        .channelFactory(loops.serverChannels(sockets))
        .bossEventLoopGroup(group)
        .workerEventLoopGroup(group)
        .directExecutor()
        .addService(
            ServerServiceDefinition.builder("bench")
                .addMethod(
                    ECHO,
                    asyncUnaryCall(
                        (byte[] request, StreamObserver<byte[]> response) -> {
                          response.onNext(request);
                          response.onCompleted();
                        }))
                .build())
        .build()
        .start();
  }

  private static void print(Connected connected, UnaryEcho echo) throws IOException {
    long process = ProcessHandle.current().pid();
    Measurement.warmUp(1, echo::calls);

    CpuTime before = CpuTime.of(process);
    long call = Measurement.of(1, echo::calls) / CALLS;
    CpuTime spent = CpuTime.of(process).since(before);

    long calls = (long) CALLS * Measurement.ALL_ROUNDS;
    System.out.printf(
        "%s %d %d %d%n",
        Link.of(connected.last).kind(), call, spent.user() / calls, spent.kernel() / calls);
  }

  private void calls() throws IOException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Caller(done, CALLS).call();
    try {
      done.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Calls again and again, from the thread that takes the answers. */
  private final class Caller implements StreamObserver<byte[]> {
    private final CompletableFuture<Void> done;
    private int left;

    Caller(CompletableFuture<Void> done, int calls) {
      this.done = done;
      this.left = calls;
    }

    void call() {
      ClientCalls.asyncUnaryCall(channel.newCall(ECHO, CallOptions.DEFAULT), message, this);
    }

    @Override
    public void onNext(byte[] answer) {
      left--;
    }

    @Override
    public void onCompleted() {
      if (left == 0) {
        done.complete(null);
      } else {
        call();
      }
    }

    @Override
    public void onError(Throwable failure) {
      done.completeExceptionally(failure);
    }
  }

  /** Remembers the channel that it made last. */
  private static final class Connected implements ChannelFactory<Channel> {
    private final ChannelFactory<? extends Channel> channels;
    private volatile Channel last;

    Connected(ChannelFactory<? extends Channel> channels) {
      this.channels = channels;
    }

    @Override
    public Channel newChannel() {
      last = channels.newChannel();
      return last;
    }
  }
}
