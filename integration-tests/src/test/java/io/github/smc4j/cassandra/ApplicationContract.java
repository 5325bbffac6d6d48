package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an application adds to a session beside smc4j. */
abstract class ApplicationContract extends SessionContract {
  private static final int POOL = 4;

  ApplicationContract(Kind kind) {
    super(kind);
  }

  @Override
  ProgrammaticDriverConfigLoaderBuilder configuration() {
    return DriverConfigLoader.programmaticBuilder()
        .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, POOL);
  }

  @Override
  int connections() {
    return 1 + POOL;
  }

  @Test
  void poolOfFour_answersOnEachOfItsConnections() {
    assertThat(
            IntStream.range(0, 20 * POOL)
                .mapToObj(i -> session().executeAsync("SELECT key FROM system.local"))
                .toList())
        .allSatisfy(
            request ->
                assertThat(request.toCompletableFuture().join().one().getString("key"))
                    .isEqualTo("local"));
  }

  @Test
  void listenerAndTracker_thatTheApplicationRegistersAreCalled() throws Exception {
    RecordedNodes nodes = new RecordedNodes();
    RecordedRequests requests = new RecordedRequests();
    try (CqlSession session =
        builder(configuration())
            .withNodeStateListener(nodes)
            .withRequestTracker(requests)
            .build()) {
      session.execute("SELECT key FROM system.local");

      requireLinks(session, connections());
      nodes.await("up");
      requests.awaitSuccessOf("SELECT key FROM system.local");
    }
  }
}
