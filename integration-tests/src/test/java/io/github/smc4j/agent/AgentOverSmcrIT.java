package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.contract.Behaviours;
import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Peer;
import io.github.smc4j.contract.RemotePeer;
import io.github.smc4j.contract.SmcTransport;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program under the agent that talks to another machine, from an RDMA device. */
@Tag("pair")
@Timeout(300)
class AgentOverSmcrIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String IPV4_STACK = "java.net.preferIPv4Stack=true is set";

  private final Peer peer = RemotePeer.ofSystemProperty();
  @TempDir private Path directory;

  @Test
  void connections_areSmcr_andTheLogSaysThatTheJvmIsOnIpv4() throws Exception {
    List<Kind> kinds = kinds(Agent.ATTACHED);

    assertThat(kinds).as(Files.readString(log())).containsExactly(Kind.SMC_R, Kind.SMC_R);
    assertThat(log()).content().containsOnlyOnce(IPV4_STACK);
  }

  @Test
  void jvmWhoseNetworkAnotherAgentHasOpened_isSaidToStayOnIpv6() throws Exception {
    Path other = OtherAgentsIT.AGENTS.resolve("opentelemetry.jar");
    List<String> agents =
        List.of("-Dotel.sdk.disabled=true", "-javaagent:" + other, Agent.ATTACHED.get(0));

    kinds(agents);

    assertThat(log()).content().contains(IPV4_STACK, "stays on IPv6", "before all others");
  }

  /** Its sockets are IPv6 ones, which this kernel has no SMC-R version 2 for. */
  @Test
  void jvmThatIsLeftAlone_keepsItsStack() throws Exception {
    kinds(Agent.with("ipv4-stack=off"));

    assertThat(log()).content().doesNotContain(IPV4_STACK);
  }

  /** Of the connections of a program that has got its words back. */
  private List<Kind> kinds(List<String> options) throws Exception {
    try (Peer.Listener listener =
            peer.listen(new SmcTransport(), Family.IPV4, new Behaviours.Echo());
        RunningProgram program = program(options, listener.address()).startReadable()) {
      program.endAfter(LIMIT);
      assertThat(program.output().readLine()).as(Files.readString(log())).isEqualTo("socket");
      assertThat(program.output().readLine()).as(Files.readString(log())).isEqualTo("channel");
      List<Kind> kinds =
          LinkObserver.connections(program.pid(), listener.address()).stream()
              .map(ObservedLink::kind)
              .toList();
      program.input().close();
      program.awaitSuccess(LIMIT);
      return kinds;
    }
  }

  private JavaProgram program(List<String> options, InetSocketAddress server) {
    return new JavaProgram(
        "the program under the agent",
        Classes.of(RemoteTalk.class),
        options,
        List.of(
            RemoteTalk.class.getName(),
            server.getAddress().getHostAddress(),
            Integer.toString(server.getPort())),
        log());
  }

  private Path log() {
    return directory.resolve("program.log");
  }
}
