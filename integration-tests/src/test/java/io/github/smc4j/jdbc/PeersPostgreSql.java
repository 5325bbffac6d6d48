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

/** PostgreSQL on the peer's machine, for all test classes of this JVM; it ends with the machine. */
final class PeersPostgreSql {
  private static final int PORT = 5432;

  private PeersPostgreSql() {}

  static InetSocketAddress address() {
    return Started.ADDRESS;
  }

  private static InetSocketAddress start() {
    try {
      Peer peer = RemotePeer.ofSystemProperty();
      InetSocketAddress address = new InetSocketAddress(peer.address(Family.IPV4), PORT);
      String script = Path.of("lab", "database").toAbsolutePath().toString();
      String host = address.getAddress().getHostAddress();
      peer.command(
          "bash",
          "-c",
          "nohup \"$0\" run postgresql /run/postgresql "
              + host
              + " "
              + PORT
              + " </dev/null >/run/postgresql.log 2>&1 &",
          script);
      await().atMost(Task.PATIENCE).until(() -> answers(address));
      return address;
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL cannot be started on the peer", e);
    }
  }

  private static boolean answers(InetSocketAddress address) {
    String url = JdbcDriver.POSTGRESQL.url(ConnectionContract.text(address), "test", Map.of());
    try (Connection connection = DriverManager.getConnection(url)) {
      return connection.isValid(60);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static final class Started {
    static final InetSocketAddress ADDRESS = start();
  }
}
