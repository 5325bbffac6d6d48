package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many connections open at once, each with its own bytes. */
interface ManyConnectionsContract extends Fixture {
  @Test
  default void connections_byTheThousandKeepTheirBytesApart() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Echo());
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < manyConnections(); i++) {
      connections.add(connect(listener.address()));
    }

    for (int i = 0; i < connections.size(); i++) {
      connections.get(i).write(ownBytes(i));
    }

    for (int i = 0; i < connections.size(); i++) {
      assertThat(connections.get(i).readExactly(ownBytes(i).length))
          .as("connection %d", i)
          .isEqualTo(ownBytes(i));
      assertThat(connections.get(i).protocol())
          .as("connection %d", i)
          .isEqualTo(nature().protocol());
    }
  }

  /** Once is enough: IPv6 differs in its addresses only. */
  private int manyConnections() {
    return family() == Family.IPV4 ? nature().manyConnections() : 100;
  }

  private static byte[] ownBytes(int connection) {
    byte[] bytes = Pattern.bytes(100 + connection % 100);
    bytes[0] = (byte) connection;
    bytes[1] = (byte) (connection >> 8);
    return bytes;
  }
}
