package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.contract.Task;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code smc.probe = background}, SMC is tried before connections depend on it. */
@Tag("fault")
class ProbeIT {
  private final SmcSocketFactory probing = new SmcSocketFactory("smc.probe=background");

  @Test
  void probe_sparesTheApplicationTheAttempt(@TempDir Path directory) throws Exception {
    try (Middlebox middlebox = Middlebox.start(directory);
        EchoServer server = EchoServer.overTcp(Reaction.SILENCE)) {
      InetSocketAddress destination = middlebox.inFrontOf(server.port());
      try (Socket socket = probing.createSocket()) {
        socket.connect(destination);
        assertThat(Breaker.failures()).as("nobody has waited for SMC").isEmpty();
        Exchange.over(socket);
      }

      await().atMost(Task.PATIENCE).until(() -> !Breaker.failures().isEmpty());
      assertThat(server.proposals()).isEqualTo(1);
    }
  }

  @Test
  void probe_letsConnectionsUseSmcOnceItIsProved() throws Exception {
    try (EchoServer server = EchoServer.overSmc()) {
      assertThat(kindOfNext(server)).isEqualTo(Link.Kind.TCP);
      await()
          .atMost(Task.PATIENCE)
          .untilAsserted(() -> assertThat(kindOfNext(server)).isEqualTo(Link.Kind.SMC_D));
    }
  }

  private Link.Kind kindOfNext(EchoServer server) throws Exception {
    try (Socket socket = probing.createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      Exchange.over(socket);
      return Link.of(socket).kind();
    }
  }
}
