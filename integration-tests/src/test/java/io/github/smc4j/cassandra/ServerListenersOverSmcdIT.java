package io.github.smc4j.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a server under the agent listens. */
@Tag("cassandra")
@Tag("lab")
@ExtendWith(SharedCassandra.class)
class ServerListenersOverSmcdIT {
  @Test
  void listenersForClientsAndForNodes_areSmc(SharedCassandra.Running cassandra) throws IOException {
    CassandraServer server = cassandra.server();

    assertThat(LinkObserver.of(server.pid()))
        .filteredOn(ObservedLink::isListening)
        .filteredOn(
            link ->
                link.isListeningOn(server.listener())
                    || link.isListeningOn(server.internodeListener()))
        .extracting(ObservedLink::kind)
        .containsExactly(Kind.SMC, Kind.SMC);
  }
}
