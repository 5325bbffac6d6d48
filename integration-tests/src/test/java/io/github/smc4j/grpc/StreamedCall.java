package io.github.smc4j.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.echo.EchoService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ExecutionException;

/** A call to {@link EchoService} that streams both ways. */
final class StreamedCall {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);
  private static final byte[] BULK = new byte[1 << 16];
  private static final int MORE_THAN_ALL_BUFFERS = 128;

  private final RecordedAnswers answers = new RecordedAnswers();
  private final StreamObserver<byte[]> requests;

  StreamedCall(Channel channel) {
    requests =
        ClientCalls.asyncBidiStreamingCall(
            channel.newCall(EchoService.STREAM, CallOptions.DEFAULT), answers);
  }

  void exchange() throws InterruptedException {
    requests.onNext(HELLO);
    assertThat(answers.next()).isEqualTo(HELLO);
  }

  /** Has requests and answers under way for a while, without waiting for any. */
  void sendMuch() {
    for (int i = 0; i < MORE_THAN_ALL_BUFFERS; i++) {
      requests.onNext(BULK);
    }
  }

  void end() throws Exception {
    requests.onCompleted();
    answers.awaitEnd();
  }

  /** Waits until the call fails as it does for want of a connection. */
  void awaitUnavailable(String fault) {
    long start = System.nanoTime();
    assertThatThrownBy(answers::awaitEnd)
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("UNAVAILABLE")
        .satisfies(e -> tell(fault, e.getCause(), start));
  }

  static void tell(String fault, Throwable seen, long start) {
    System.out.printf(
        "fault: %s, the stream sees %s: %.1f s%n", fault, seen, (System.nanoTime() - start) / 1e9);
  }
}
