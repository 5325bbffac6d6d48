package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.fault.BehindMiddlebox;
import io.github.smc4j.fault.EchoServer;
import io.github.smc4j.fault.Reaction;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path that promises SMC to a server that has none. */
@Tag("fault")
class RetryUnderTheAgentIT extends BehindMiddlebox {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path directory;

  @Test
  void socket_isDialledAgainWithTcp() throws Exception {
    try (EchoServer server = EchoServer.overTcp(Reaction.CLOSE)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      assertThat(connects("socket", destination)).containsExactly("connected", "connected");
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  /**
   * The JDK closes a channel whose connect has failed, so it is the program that connects again.
   */
  @Test
  void channel_failsOnceAndItsRetryIsTcp() throws Exception {
    try (EchoServer server = EchoServer.overTcp(Reaction.CLOSE)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());

      assertThat(connects("channel", destination)).containsExactly("failed", "connected");
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  private List<String> connects(String kind, InetSocketAddress destination) throws Exception {
    JavaProgram program =
        new JavaProgram(
            "the program that connects twice",
            Classes.of(TwoConnects.class),
            Agent.ATTACHED,
            List.of(
                TwoConnects.class.getName(),
                kind,
                destination.getAddress().getHostAddress(),
                Integer.toString(destination.getPort())),
            directory.resolve("connects.log"));
    try (RunningProgram process = program.startReadable()) {
      process.endAfter(LIMIT);
      List<String> lines = process.output().lines().toList();
      process.awaitSuccess(LIMIT);
      return lines;
    }
  }
}
