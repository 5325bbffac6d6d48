package io.github.smc4j.cassandra;

import java.net.InetAddress;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/**
 * A Cassandra server of its own under the agent, for clients on other machines. Argument: the
 * address to listen at. Says when it serves them, and at which port. The server ends with this
 * program, which runs until it is killed.
 */
final class CassandraNode {
  private CassandraNode() {}

  public static void main(String[] arguments) throws Exception {
    try (CassandraServer server =
        CassandraServer.startAt(
            InetAddress.getByName(arguments[0]),
            SharedCassandra.LIBS,
            SharedCassandra.OPTIONS,
            Files.createTempDirectory("cassandra"))) {
      System.out.println("port " + server.listener().getPort());
      new CountDownLatch(1).await();
    }
  }
}
