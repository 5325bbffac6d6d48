package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A security provider that opens sockets when it is loaded, which the agent's own use of random
 * numbers does before the application runs.
 */
class SecurityProviderIT {
  private static final String[] PRINTED = {"Loopback", SelfTalk.WORDS[0], SelfTalk.WORDS[1]};

  @TempDir private Path directory;

  @Test
  void provider_opensItsSocketsWhileTheAgentIsInstalledAndAfter() throws Exception {
    assertWorks(run(Agent.ATTACHED));
  }

  @Test
  void provider_isLoadedFromTheAgentsOwnFirstHook() throws Exception {
    assertWorks(run(List.of(Agent.ATTACHED.get(0), "-Dsmc.native.library=/missing/libsmc4j.so")));
  }

  @Test
  @Tag("agent")
  void provider_leavesTheOtherConnectionsOnSmcd() throws Exception {
    Session session = PageReading.ofJdkServer(options(Agent.ATTACHED), directory);

    assertThat(session.links()).isEqualTo(Links.overSmcd(PageReading.CONNECTIONS));
  }

  private Ending run(List<String> agent) throws Exception {
    return Ending.of(Classes.of(SecureTalk.class), options(agent), SecureTalk.class.getName());
  }

  private List<String> options(List<String> agent) throws Exception {
    return Stream.concat(agent.stream(), Stream.of("-Djava.security.properties=" + properties()))
        .toList();
  }

  /** Puts it before all of the JDK's own. */
  private Path properties() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("security.provider.1=" + LoopbackProvider.class.getName());
    for (Provider provider : Security.getProviders()) {
      lines.add("security.provider." + (lines.size() + 1) + "=" + provider.getName());
    }
    return Files.write(directory.resolve("java.security"), lines);
  }

  private static void assertWorks(Ending ending) {
    assertThat(ending.status()).as(ending.toString()).isZero();
    assertThat(ending.output()).as(ending.toString()).containsExactly(PRINTED);
    assertThat(ending.linesOfTheAgent()).isEmpty();
  }
}
