package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

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
    return PageReading.ofJdkServer(options, directory);
  }
}
