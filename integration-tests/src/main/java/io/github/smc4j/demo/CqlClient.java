package io.github.smc4j.demo;

import io.github.smc4j.cassandra.CassandraServer;
import io.github.smc4j.cassandra.CqlShell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A {@link CqlShell}, which is asked one question after the other. */
final class CqlClient extends AskedClient {
  private static final String QUESTION = "SELECT key FROM system.local";
  private static final String ROW = "[key:'local']";
  private static final String END = "(1 rows)";

  /**
   * Starts it.
   *
   * @param driver the folder with the driver's jars
   * @param plugin the jars of the driver's plug-in, none for one without
   */
  CqlClient(CassandraServer server, Path driver, List<String> plugin, Path directory)
      throws IOException {
    super(
        server
            .client(driver, List.of(), directory.resolve("cassandra-client.log"))
            .withClassPath(plugin.toArray(String[]::new)),
        server.listener(),
        "rows");
  }

  @Override
  int answers(int questions) throws IOException {
    int right = 0;
    for (int i = 0; i < questions; i++) {
      tell(QUESTION);
      right += ROW.equals(said()) && END.equals(said()) ? 1 : 0;
    }
    return right;
  }
}
