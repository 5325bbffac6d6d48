package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A query whose answer takes PostgreSQL nothing to find. */
@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class SelectOneIT {
  private static final int JVMS = 3;
  private static final List<Variant> VARIANTS =
      List.of(Variant.TCP, Variant.PRELOADED, Variant.CONVERTED);

  /** What a query takes, then the parts of it. */
  private final Map<Variant, List<Long>> figures = new EnumMap<>(Variant.class);

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    Path preload = Preload.compile(directory);
    try (DatabaseServer onTcp = server(directory.resolve("tcp"), Map.of("SMC_DATABASE_TCP", "1"));
        DatabaseServer onSmc = server(directory.resolve("smc"), Map.of())) {
      for (Variant variant : VARIANTS) {
        DatabaseServer server = variant.kind() == Link.Kind.TCP ? onTcp : onSmc;
        String port = Integer.toString(server.address().getPort());
        figures.put(variant, figures(variant, preload, port));
      }
    }
    print();
  }

  /** Those of the JVM in the middle: once, in one JVM alone, every query took 7 % more. */
  private static List<Long> figures(Variant variant, Path preload, String port)
      throws IOException, InterruptedException {
    List<List<Long>> all = new ArrayList<>();
    for (int jvm = 0; jvm < JVMS; jvm++) {
      all.add(variant.run(SelectOne.class, preload, List.of(port)));
    }
    all.sort(Comparator.comparing(figures -> figures.get(0)));
    return all.get(JVMS / 2);
  }

  private static DatabaseServer server(Path directory, Map<String, String> environment)
      throws IOException, InterruptedException {
    return DatabaseServer.start(
        Database.POSTGRESQL,
        Path.of("lab"),
        directory,
        InetAddress.getLoopbackAddress(),
        environment);
  }

  private void print() {
    System.out.printf(
        "%nSELECT 1 through pgjdbc, instructions of a query%n  %-20s %8s %18s %14s %16s %14s %16s%n",
        "", "all", "of TCP", "client, user", "client, kernel", "server, user", "server, kernel");
    for (Variant variant : VARIANTS) {
      List<Long> figure = figures.get(variant);
      System.out.printf(
          "  %-20s %8d %18.4f %14d %16d %14d %16d%n",
          variant.title(),
          figure.get(0),
          ratio(variant, Variant.TCP),
          figure.get(1),
          figure.get(2),
          figure.get(3),
          figure.get(4));
    }
    System.out.printf(
        "  the link saves %d of them%n",
        figures.get(Variant.TCP).get(0) - figures.get(Variant.CONVERTED).get(0));
  }

  private double ratio(Variant variant, Variant reference) {
    return (double) figures.get(variant).get(0) / figures.get(reference).get(0);
  }

  @Test
  void overSmc_takesNoMoreThanTcp() {
    assertThat(ratio(Variant.CONVERTED, Variant.TCP)).isLessThanOrEqualTo(1.0);
  }

  @Test
  void overSmc_takesWhatADriverWithSmcSocketsTakes() {
    assertThat(ratio(Variant.CONVERTED, Variant.PRELOADED)).isBetween(0.995, 1.005);
  }
}
