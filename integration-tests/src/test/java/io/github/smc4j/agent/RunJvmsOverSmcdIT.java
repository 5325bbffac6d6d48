package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JVMs under {@code smc4j run}, which have both the preloaded library and the agent. */
@Tag("agent")
@Timeout(300)
class RunJvmsOverSmcdIT {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SOCKETS", "CHANNELS", "IPV6"})
  void connection_isSmcdAtBothEnds(JdkConnection connection) throws Exception {
    assertThat(links(program(connection))).isEqualTo(Links.overSmcd(1));
  }

  @Test
  void switchedOffByTheJvmsOwnProperty_everySocketIsTcp() throws Exception {
    assertThat(links(program(JdkConnection.SOCKETS, "-Dsmc.mode=off"))).isEqualTo(Links.overTcp(1));
  }

  /** The library knows no port when it opens a socket. */
  @Test
  void portsThatARuleLeavesToTcp_areMetWithTcp() throws Exception {
    String rule = "-Dsmc.rules=[{direction=connect,ports=1-65535,mode=off}]";

    assertThat(links(program(JdkConnection.SOCKETS, rule)))
        .isEqualTo(new Links(List.of(Kind.SMC), List.of(Kind.TCP), List.of(Kind.TCP)));
  }

  @Test
  void aJvmThatGetsNoAgent_isPutOnSmcByTheLibrary() throws Exception {
    JavaProgram program = program(JdkConnection.SOCKETS, "-Dsmc.mode=off");

    assertThat(links(program, "env", "--unset=JAVA_TOOL_OPTIONS")).isEqualTo(Links.overSmcd(1));
  }

  private JavaProgram program(JdkConnection connection, String... options) {
    return JdkConnecting.program(connection, List.of(options), directory);
  }

  private static Links links(JavaProgram program, String... launcher) throws Exception {
    List<String> words = new ArrayList<>(List.of(launcher));
    words.addAll(program.words());
    Process process =
        new ProcessBuilder(RunCommandLine.under(words))
            .redirectError(program.log().toFile())
            .start();
    try (RunningProgram running = new RunningProgram(program.name(), program.log(), process)) {
      Listener listener = JdkConnecting.listener(running);
      assertThat(Path.of("/proc", Long.toString(running.pid()), "maps"))
          .content()
          .contains("libsmc4j-preload-");
      return Links.between(running.pid(), listener);
    }
  }
}
