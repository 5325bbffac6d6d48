package io.github.smc4j.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes a call to a server of its own, and prints what connections it took. */
final class KindOfConversation {
  private KindOfConversation() {}

  public static void main(String[] arguments) throws Exception {
    try (Conversation conversation = Conversation.of(GrpcPair.plaintext(GrpcStack.PLAIN))) {
      conversation.ask("hello".getBytes(UTF_8));
      System.out.println(conversation.seen().outside().stream().map(Enum::name).toList());
    }
  }
}
