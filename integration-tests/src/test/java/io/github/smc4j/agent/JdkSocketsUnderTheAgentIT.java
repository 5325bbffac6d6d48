package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.ObservedLink.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every way in which the JDK binds and connects sockets. */
class JdkSocketsUnderTheAgentIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CLIENT_BOUND_BEFORE")
  @Tag("agent")
  void connection_isSmcdAtBothEnds(JdkConnection connection) throws Exception {
    assertThat(links(connection, Agent.ATTACHED)).isEqualTo(Links.overSmcd(1));
  }

  @Test
  @Tag("agent")
  void clientThatIsBoundBefore_isTcpUnlessSmcIsRequired() throws Exception {
    List<String> requiring = List.of(Agent.ATTACHED.get(0) + "=mode=require");

    assertThat(links(JdkConnection.CLIENT_BOUND_BEFORE, Agent.ATTACHED).client())
        .containsExactly(Kind.TCP);
    assertThat(links(JdkConnection.CLIENT_BOUND_BEFORE, requiring)).isEqualTo(Links.overSmcd(1));
  }

  @ParameterizedTest
  @EnumSource
  void connection_isMadeOnThisHost(JdkConnection connection) throws Exception {
    assertThat(links(connection, Agent.ATTACHED)).isNotNull();
  }

  private Links links(JdkConnection connection, List<String> options) throws Exception {
    return JdkConnecting.links(
        JdkConnecting.program(connection, options, directory).startReadable());
  }
}
