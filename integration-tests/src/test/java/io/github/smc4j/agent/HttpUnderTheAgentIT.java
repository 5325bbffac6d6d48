package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's HTTP server and its two HTTP clients. */
class HttpUnderTheAgentIT {
  @TempDir private Path directory;

  @Test
  @Tag("agent")
  void serverAndClients_talkOverSmcdAndPrintWhatTheyPrintWithoutTheAgent() throws Exception {
    Session plain = session(Agent.ABSENT);
    Session smc = session(Agent.ATTACHED);

    assertThat(plain.links()).isEqualTo(Links.overTcp(PageReading.CONNECTIONS));
    assertThat(smc.links()).isEqualTo(Links.overSmcd(PageReading.CONNECTIONS));
    assertThat(smc.output()).isEqualTo(plain.output());
  }

  @Test
  void serverAndClients_printTheSameOnThisHost() throws Exception {
    assertThat(session(Agent.ATTACHED).output()).isEqualTo(session(Agent.ABSENT).output());
  }

  private Session session(List<String> options) throws Exception {
    try (RunningProgram server = server(options).startReadable()) {
      return PageReading.from(listener(server), options, directory);
    }
  }

  private JavaProgram server(List<String> options) {
    return new JavaProgram(
        "the HTTP server",
        Classes.of(PageServer.class),
        options,
        List.of(PageServer.class.getName()),
        directory.resolve("server.log"));
  }

  private static Listener listener(RunningProgram server) throws IOException {
    String port = server.output().readLine();
    if (port == null) {
      throw server.failure("does not listen", null);
    }
    return new Listener(server.pid(), Loopback.address(Integer.parseInt(port)));
  }
}
