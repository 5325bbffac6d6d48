package io.github.smc4j.bench;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Smc;
import io.github.smc4j.agent.Classes;
import io.github.smc4j.cassandra.CassandraDriver;
import io.github.smc4j.cassandra.CassandraServer;
import io.github.smc4j.cassandra.SharedCassandra;
import io.github.smc4j.cassandra.SmcSession;
import io.github.smc4j.demo.LinkObserver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A query whose answer takes Cassandra little to find. The server listens on SMC, where a
 * connection that is TCP costs what it costs anywhere: the kernel puts the TCP socket in the place
 * of the SMC socket.
 */
@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class SelectNowIT {
  /** Enough to see a tenth. */
  private static final int ROUNDS = 120;

  /**
   * Enough to see half a percent: the ratio of so many rounds differs by 0.13 percent (standard
   * deviation) from one run to the next.
   */
  private static final int MANY_ROUNDS = 480;

  private Pair overSmc;
  private Pair withoutSmc;

  /**
   * What a query takes with the plug-in and with the driver alone, and what the client's part is.
   */
  private record Pair(long plugin, long driver, long client, long clientOfDriver) {
    double ratio() {
      return (double) plugin / driver;
    }

    double ratioOfClients() {
      return (double) client / clientOfDriver;
    }
  }

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    try (CassandraServer server = server(directory.resolve("server"))) {
      withoutSmc = pair(Variant.TCP_WITHOUT_SMC, MANY_ROUNDS, server, directory);
      overSmc = pair(Variant.CONVERTED, ROUNDS, server, directory);
    }
    print();
  }

  /** It leaves little to chance, as {@link Variant} does. */
  private static CassandraServer server(Path directory) throws IOException, InterruptedException {
    List<String> options =
        Stream.concat(
                SharedCassandra.OPTIONS.stream(),
                Stream.of("-Xbatch", "-Xms512m", "-Xmn300m", "-XX:+AlwaysPreTouch"))
            .toList();
    return CassandraServer.start(SharedCassandra.LIBS, options, directory);
  }

  private static Pair pair(Variant variant, int rounds, CassandraServer server, Path directory)
      throws IOException, InterruptedException {
    List<Long> figures =
        variant.run(
            SelectNow.class,
            classPath(),
            directory,
            List.of(Integer.toString(server.listener().getPort()), Integer.toString(rounds)));
    return new Pair(figures.get(0), figures.get(1), figures.get(2), figures.get(3));
  }

  /** The driver, the plug-in, and what the program needs. */
  private static String classPath() {
    return Stream.concat(
            Stream.of(CassandraDriver.DATASTAX.libs() + "/*"),
            Stream.of(SelectNow.class, LinkObserver.class, SmcSession.class, Smc.class)
                .map(Classes::of))
        .collect(joining(File.pathSeparator));
  }

  private void print() {
    System.out.printf(
        "%nSELECT now() through the Cassandra driver, instructions of a query%n"
            + "  SMC-D  %s, %.4f of TCP%n  no SMC %s, client %.4f of the driver's own%n",
        overSmc, overSmc.ratio(), withoutSmc, withoutSmc.ratioOfClients());
  }

  @Test
  void overSmc_takesLessThanTcp() {
    assertThat(overSmc.ratio()).as(overSmc.toString()).isLessThan(1.0);
  }

  @Test
  void withoutSmc_takesWhatTheDriversOwnSessionTakes() {
    assertThat(withoutSmc.ratio()).as(withoutSmc.toString()).isBetween(0.995, 1.005);
    assertThat(withoutSmc.ratioOfClients()).as(withoutSmc.toString()).isBetween(0.995, 1.005);
  }
}
