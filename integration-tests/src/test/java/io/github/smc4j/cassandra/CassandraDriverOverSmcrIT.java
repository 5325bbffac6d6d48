package io.github.smc4j.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smc4j.Smc;
import io.github.smc4j.agent.Classes;
import io.github.smc4j.contract.Task;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that has smc4j's jars beside its driver's, and no more: its sockets would be IPv6
 * ones. Cassandra is on another machine.
 */
@Tag("pair")
@Timeout(value = 15, unit = MINUTES)
class CassandraDriverOverSmcrIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final List<String> STATEMENTS =
      List.of(
          "CREATE KEYSPACE test WITH replication ="
              + " {'class': 'SimpleStrategy', 'replication_factor': 1}",
          "CREATE TABLE test.links (id int PRIMARY KEY, kind text)",
          "INSERT INTO test.links (id, kind) VALUES (1, 'SMC-D')",
          "INSERT INTO test.links (id, kind) VALUES (2, 'SMC-R')",
          "SELECT id, kind FROM test.links WHERE id = 2");

  @TempDir private Path directory;

  @Test
  void application_runsOnSmcrAndNoticesTheEndOfTheServer() throws Exception {
    try (PeersCassandra server = PeersCassandra.start();
        RunningProgram client = application(server)) {
      client.endAfter(LIMIT);

      assertThat(answers(client))
          .containsExactly(
              "(0 rows)", "(0 rows)", "(0 rows)", "(0 rows)", "[id:2, kind:'SMC-R']", "(1 rows)");
      assertThat(kinds(client, server)).containsExactly(Kind.SMC_R, Kind.SMC_R);

      server.kill();
      await().atMost(Task.PATIENCE).until(() -> kinds(client, server).isEmpty());
    }
  }

  private RunningProgram application(PeersCassandra server) throws IOException {
    return CqlShell.program(
            server.listener(),
            CassandraDriver.DATASTAX.libs(),
            List.of(),
            directory.resolve("client.log"))
        .withClassPath(Classes.of(SmcSession.class), Classes.of(Smc.class))
        .startReadable();
  }

  /** All lines that answer the statements. */
  private static List<String> answers(RunningProgram client) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String statement : STATEMENTS) {
      client.input().write((statement + "\n").getBytes(UTF_8));
      client.input().flush();
      lines.addAll(answer(client));
    }
    return lines;
  }

  private static List<String> answer(RunningProgram client) throws IOException {
    List<String> lines = new ArrayList<>();
    do {
      String line = client.output().readLine();
      if (line == null) {
        throw client.failure("has ended after " + lines, null);
      }
      lines.add(line);
    } while (!lines.get(lines.size() - 1).endsWith(" rows)"));
    return lines;
  }

  private static List<Kind> kinds(RunningProgram client, PeersCassandra server) throws IOException {
    return LinkObserver.connections(client.pid(), server.listener()).stream()
        .map(ObservedLink::kind)
        .toList();
  }
}
