package io.github.smc4j.echo;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers with what it is asked; where that is once, when as many calls as it waits for have asked.
 */
public final class EchoService implements BindableService {
  public static final MethodDescriptor<byte[], byte[]> UNARY = method("unary", MethodType.UNARY);

  /** Answers {@value #REPETITIONS} times. */
  public static final MethodDescriptor<byte[], byte[]> REPEAT =
      method("repeat", MethodType.SERVER_STREAMING);

  public static final int REPETITIONS = 8;
  public static final MethodDescriptor<byte[], byte[]> STREAM =
      method("stream", MethodType.BIDI_STREAMING);

  private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger awaited;

  /**
   * @param calls how many it waits for
   */
  public EchoService(int calls) {
    awaited = new AtomicInteger(calls);
  }

  private static MethodDescriptor<byte[], byte[]> method(String name, MethodType type) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(type)
        .setFullMethodName("Echo/" + name)
        .setRequestMarshaller(Bytes.MARSHALLER)
        .setResponseMarshaller(Bytes.MARSHALLER)
        .build();
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder("Echo")
        .addMethod(UNARY, ServerCalls.asyncUnaryCall(this::answer))
        .addMethod(REPEAT, ServerCalls.asyncServerStreamingCall(EchoService::repeat))
        .addMethod(STREAM, ServerCalls.asyncBidiStreamingCall(Echoes::new))
        .build();
  }

  private void answer(byte[] request, StreamObserver<byte[]> caller) {
    held.add(
        () -> {
          caller.onNext(request);
          caller.onCompleted();
        });
    if (awaited.decrementAndGet() <= 0) {
      answerAll();
    }
  }

  private void answerAll() {
    for (Runnable answer = held.poll(); answer != null; answer = held.poll()) {
      answer.run();
    }
  }

  private static void repeat(byte[] request, StreamObserver<byte[]> caller) {
    for (int i = 0; i < REPETITIONS; i++) {
      caller.onNext(request);
    }
    caller.onCompleted();
  }

  /** One call that streams. */
  private record Echoes(StreamObserver<byte[]> caller) implements StreamObserver<byte[]> {
    @Override
    public void onNext(byte[] request) {
      caller.onNext(request);
    }

    @Override
    public void onError(Throwable cancelled) {
      // Nobody is left to be told
    }

    @Override
    public void onCompleted() {
      caller.onCompleted();
    }
  }
}
