package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty's native epoll transport, whose sockets the JDK never sees. */
@Tag("agent")
class EpollUnderTheAgentIT {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir private Path directory;

  /** The Netty of the class path, and older ones. */
  static Stream<String> netties() {
    return Stream.of(
        System.getProperty("java.class.path"), olderNetty("4.1"), olderNetty("4.1-oldest"));
  }

  private static String olderNetty(String release) {
    return Path.of("target", "netty", release).toAbsolutePath()
        + "/*"
        + File.pathSeparator
        + Classes.of(EpollEcho.class);
  }

  @ParameterizedTest
  @MethodSource("netties")
  void serverAndClient_talkOverSmcd(String netty) throws Exception {
    assertThat(links(netty, Agent.ATTACHED)).isEqualTo(Links.overSmcd(1));
  }

  /** The channels are converted before their addresses are known, and have to fall back then. */
  @ParameterizedTest
  @MethodSource("netties")
  void client_thatTheRulesLeaveToTcpTalksOverTcp(String netty) throws Exception {
    List<String> options =
        List.of(Agent.ATTACHED.get(0) + "=rules=[{direction=connect,to=\"127.0.0.0/8\",mode=off}]");

    Links links = links(netty, options);

    assertThat(links.listener()).containsExactly(Kind.SMC);
    assertThat(links.client()).containsExactly(Kind.TCP);
    assertThat(links.server()).containsExactly(Kind.TCP);
  }

  @ParameterizedTest
  @MethodSource("netties")
  void server_thatTheRulesLeaveToTcpListensOnTcp(String netty) throws Exception {
    List<String> options = List.of(Agent.ATTACHED.get(0) + "=rules=[{direction=listen,mode=off}]");

    assertThat(links(netty, options)).isEqualTo(Links.overTcp(1));
  }

  private Links links(String netty, List<String> options) throws IOException, InterruptedException {
    JavaProgram program =
        new JavaProgram(
            "the echo over epoll",
            netty,
            options,
            List.of(EpollEcho.class.getName()),
            directory.resolve("echo.log"));
    try (RunningProgram echo = program.startReadable()) {
      echo.endAfter(LIMIT);
      String port = echo.output().readLine();
      String answer = echo.output().readLine();
      if (answer == null) {
        throw echo.failure("did not answer", null);
      }
      assertThat(answer).isEqualTo("there and back, true");
      Listener listener = new Listener(echo.pid(), Loopback.address(Integer.parseInt(port)));
      Links links = Links.between(echo.pid(), listener);
      echo.input().close();
      echo.awaitSuccess(LIMIT);
      return links;
    }
  }
}
