package io.github.smc4j.bench;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Smc;
import io.github.smc4j.agent.Agent;
import io.github.smc4j.bench.QueryFigures.Part;
import io.github.smc4j.cassandra.CassandraDriver;
import io.github.smc4j.cassandra.CassandraServer;
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
 * A query whose answer takes Cassandra little to find. One server is there for all: a connection
 * that is TCP costs one that listens on SMC what it costs any other, because the kernel puts the
 * TCP socket in the place of the SMC socket.
 */
@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class SelectNowIT {
  private static final Path CASSANDRA = Path.of("cassandra", "target", "libs").toAbsolutePath();

  /** A young server takes longer, so the first is one of those that are to take least. */
  private static final List<Variant> RUNS =
      List.of(
          Variant.CONVERTED,
          Variant.TCP,
          Variant.TCP_WITHOUT_SMC,
          Variant.CONVERTED,
          Variant.TCP_WITHOUT_SMC,
          Variant.TCP,
          Variant.CONVERTED,
          Variant.TCP,
          Variant.TCP_WITHOUT_SMC);

  private final QueryFigures figures = new QueryFigures();

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    Path preload = Preload.compile(directory);
    try (CassandraServer server = server(directory.resolve("server"))) {
      List<String> arguments =
          List.of(Integer.toString(server.listener().getPort()), Long.toString(server.pid()));
      for (Variant variant : RUNS) {
        figures.add(variant, variant.run(SelectNow.class, classPath(variant), preload, arguments));
      }
    }
    figures.print("SELECT now() through the Cassandra driver");
  }

  /** It leaves little to chance, as {@link Variant} does. */
  private static CassandraServer server(Path directory) throws IOException, InterruptedException {
    List<String> options =
        Stream.concat(
                Agent.ATTACHED.stream(),
                Stream.of(
                    "-Dcassandra.native.epoll.enabled=false",
                    "-Xbatch",
                    "-Xms512m",
                    "-Xmn300m",
                    "-XX:+AlwaysPreTouch"))
            .toList();
    return CassandraServer.start(CASSANDRA, options, directory);
  }

  /** The driver, what the program needs, and where the variant is one of smc4j the plug-in. */
  private static String classPath(Variant variant) {
    Stream<Class<?>> program = Stream.of(SelectNow.class, LinkObserver.class, Smc.class);
    Stream<Class<?>> plugin =
        variant.sockets() == Sockets.SMC4J ? Stream.of(SmcSession.class) : Stream.empty();
    return Stream.concat(
            Stream.of(CassandraDriver.DATASTAX.libs() + "/*"),
            Stream.concat(program, plugin)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .collect(joining(File.pathSeparator));
  }

  @Test
  void overSmc_takesLessThanTcp() {
    assertThat(figures.ratio(Part.ALL, Variant.CONVERTED, Variant.TCP)).isLessThan(1.0);
  }

  /** By the client's own work, because Cassandra's is five times as much. */
  @Test
  void withoutSmc_takesWhatTheDriversOwnSessionTakes() {
    assertThat(figures.ratio(Part.CLIENT, Variant.TCP_WITHOUT_SMC, Variant.TCP))
        .isBetween(0.995, 1.005);
  }
}
