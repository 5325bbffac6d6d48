package io.github.smc4j.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.LogLines;
import io.github.smc4j.contract.Peer;
import io.github.smc4j.contract.Task;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.echo.EchoService;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.util.Iterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** A channel to a server in a process of its own, and what becomes of it without that process. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class ProcessContract {
  static final byte[] HELLO = "hello".getBytes(UTF_8);
  private static final int MEGABYTE = 1 << 20;
  private static final CallOptions PATIENT = CallOptions.DEFAULT.withWaitForReady();

  final LogLines log = new LogLines();
  final ServerProcess server;
  final ManagedChannel channel;
  private final Kind kind;

  ProcessContract(Peer peer, Kind kind) throws IOException {
    this.server = ServerProcess.start(peer);
    this.kind = kind;
    this.channel = GrpcPair.plaintext(GrpcStack.PLAIN).channel(server.target()).build();
  }

  @AfterAll
  void end() throws IOException {
    channel.shutdownNow();
    server.close();
    log.close();
  }

  @Test
  void callsAndStreams_runOnTheLinkThatTheLogTells() throws Exception {
    assertThat(ask()).isEqualTo(HELLO);
    StreamedCall stream = new StreamedCall(channel);
    stream.exchange();
    stream.end();
    assertRunsOn(kind);
  }

  /** More than flow control lets the server send is under way; we have nothing to send. */
  @Test
  void killedServer_failsStreamsAndGetsTheChannelBackWhenItRuns() throws Exception {
    Iterator<byte[]> answers =
        ClientCalls.blockingServerStreamingCall(
            channel, EchoService.REPEAT, PATIENT, new byte[MEGABYTE]);
    assertThat(answers.next()).hasSize(MEGABYTE);

    Task<Void> restart = Task.run(server::killAndRestart);

    long start = System.nanoTime();
    assertThatThrownBy(() -> answers.forEachRemaining(answer -> {}))
        .hasMessageContaining("UNAVAILABLE")
        .satisfies(e -> StreamedCall.tell("server killed", e, start));
    restart.result();
    assertThat(ask()).isEqualTo(HELLO);
    assertRunsOn(kind);
  }

  /** What is left to send keeps nobody waiting. */
  @Test
  void killedServer_failsStreamsThatHaveDataToSend() throws Exception {
    assertThat(ask()).isEqualTo(HELLO);
    StreamedCall stream = new StreamedCall(channel);
    stream.exchange();
    stream.sendMuch();

    Task<Void> restart = Task.run(server::killAndRestart);

    stream.awaitUnavailable("server killed with requests under way");
    restart.result();
    assertThat(ask()).isEqualTo(HELLO);
    assertRunsOn(kind);
  }

  /** Waits for the server if need be. */
  final byte[] ask() {
    return ClientCalls.blockingUnaryCall(
        channel,
        EchoService.UNARY,
        PATIENT.withDeadlineAfter(Task.PATIENCE.toSeconds(), SECONDS),
        HELLO);
  }

  /** Alone, once connections that broke or are left are closed. */
  final void assertRunsOn(Kind expected) {
    await()
        .atMost(Task.PATIENCE)
        .untilAsserted(
            () -> assertThat(LinkObserver.kinds(server.address())).containsExactly(expected));
    assertThat(log.with(server.address() + " run on " + expected)).hasSize(1);
  }
}
