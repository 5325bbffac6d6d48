package io.github.smc4j.jdbc;

import static org.awaitility.Awaitility.await;

import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Peer;
import io.github.smc4j.contract.RemotePeer;
import io.github.smc4j.contract.Task;
import io.github.smc4j.database.JdbcDriver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** PostgreSQL on the peer's machine. */
final class PeersPostgreSql implements AutoCloseable {
  private static final int PORT = 5432;

  private final Peer peer;
  private final InetSocketAddress address;
  private final String process;

  private PeersPostgreSql(Peer peer, InetSocketAddress address, String process) {
    this.peer = peer;
    this.address = address;
    this.process = process;
  }

  static PeersPostgreSql start() throws IOException {
    Peer peer = RemotePeer.ofSystemProperty();
    InetSocketAddress address = new InetSocketAddress(peer.address(Family.IPV4), PORT);
    String run =
        "%s run postgresql /run/postgresql %s %d </dev/null >/run/postgresql.log 2>&1 & echo $!"
            .formatted(
                Path.of("lab", "database").toAbsolutePath(),
                address.getAddress().getHostAddress(),
                PORT);
    PeersPostgreSql server = new PeersPostgreSql(peer, address, peer.command("bash", "-c", run));
    await().atMost(Task.PATIENCE).until(server::answers);
    return server;
  }

  InetSocketAddress address() {
    return address;
  }

  private boolean answers() {
    String url = JdbcDriver.POSTGRESQL.url(JdbcDriver.host(address), "test", Map.of());
    try (Connection connection = DriverManager.getConnection(url)) {
      return connection.isValid(60);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /**
   * While both machines are there: soft-RoCE does not let go of a process that has connections to a
   * machine which was switched off.
   */
  @Override
  public void close() throws IOException {
    String stop =
        "kill %1$s; for _ in {1..300}; do kill -0 %1$s || exit 0; sleep 0.1; done; exit 1";
    peer.command("bash", "-c", stop.formatted(process));
  }
}
