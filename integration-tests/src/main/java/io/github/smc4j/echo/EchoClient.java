package io.github.smc4j.echo;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Calls the {@link EchoService} with whatever transport of gRPC there is. */
public final class EchoClient {
  private static final int BYTES = 64;
  private static final int DEADLINE_SECONDS = 60;

  private EchoClient() {}

  /**
   * Makes as many calls as each line of its standard input says, one after the other, and prints
   * how many were answered as they should be. Ends with its standard input.
   *
   * @param arguments one: the target
   */
  public static void main(String[] arguments) throws IOException {
    ManagedChannel channel =
        Grpc.newChannelBuilder(arguments[0], InsecureChannelCredentials.create()).build();
    try (BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (String calls = input.readLine(); calls != null; calls = input.readLine()) {
        System.out.println(answers(channel, Integer.parseInt(calls)));
      }
    } finally {
      channel.shutdownNow();
    }
  }

  private static int answers(Channel channel, int calls) {
    int right = 0;
    for (int i = 0; i < calls; i++) {
      byte[] question = new byte[BYTES];
      Arrays.fill(question, (byte) i);
      right += Arrays.equals(call(channel, question), question) ? 1 : 0;
    }
    return right;
  }

  private static byte[] call(Channel channel, byte[] question) {
    CallOptions patient = CallOptions.DEFAULT.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
    return ClientCalls.blockingUnaryCall(channel, EchoService.UNARY, patient, question);
  }
}
