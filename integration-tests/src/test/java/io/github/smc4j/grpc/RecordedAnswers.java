package io.github.smc4j.grpc;

import io.github.smc4j.contract.Task;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a call gets for answers, one after the other, and how it ends. */
final class RecordedAnswers implements StreamObserver<byte[]> {
  private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  byte[] next() throws InterruptedException {
    return answers.poll(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** Waits for it; completed exceptionally if the call failed. */
  void awaitEnd() throws Exception {
    end.get(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void onNext(byte[] answer) {
    answers.add(answer);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    end.complete(null);
  }
}
