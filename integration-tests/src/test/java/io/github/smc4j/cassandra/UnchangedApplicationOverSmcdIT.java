package io.github.smc4j.cassandra;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Smc;
import io.github.smc4j.agent.Classes;
import io.github.smc4j.agent.Links;
import io.github.smc4j.agent.Listener;
import io.github.smc4j.agent.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application in a process of its own that has smc4j's jars beside its driver's, and no more.
 */
@Tag("cassandra")
@Tag("lab")
@ExtendWith(SharedCassandra.class)
@Timeout(value = 5, unit = MINUTES)
class UnchangedApplicationOverSmcdIT {
  private static final List<String> QUESTION = List.of("SELECT key FROM system.local");
  private static final String ANSWER = "(1 rows)";

  @ParameterizedTest
  @EnumSource
  void withTheJarsOnTheClassPath_runsOnSmc(
      CassandraDriver driver, SharedCassandra.Running cassandra, @TempDir Path directory)
      throws Exception {
    CassandraServer server = cassandra.server();

    Session session =
        Session.run(
            server
                .client(driver.libs(), List.of(), directory.resolve("client.log"))
                .withClassPath(Classes.of(SmcSession.class), Classes.of(Smc.class)),
            QUESTION,
            ANSWER,
            new Listener(server.pid(), server.listener()));

    assertThat(session.output()).containsExactly("[key:'local']", ANSWER);
    assertThat(session.links()).isEqualTo(Links.overSmcd(SessionContract.CONNECTIONS));
  }
}
