package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.github.smc4j.bench.QueryFigures.Part;
import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
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

  private final QueryFigures figures = new QueryFigures();

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    Path preload = Preload.compile(directory);
    try (DatabaseServer onTcp = server(directory.resolve("tcp"), Map.of("SMC_DATABASE_TCP", "1"));
        DatabaseServer onSmc = server(directory.resolve("smc"), Map.of())) {
      for (Variant variant : VARIANTS) {
        DatabaseServer server = variant.kind() == Link.Kind.TCP ? onTcp : onSmc;
        List<String> port = List.of(Integer.toString(server.address().getPort()));
        for (int jvm = 0; jvm < JVMS; jvm++) {
          figures.add(variant, variant.run(SelectOne.class, preload, port));
        }
      }
    }
    figures.print("SELECT 1 through pgjdbc");
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

  @Test
  void overSmc_takesNoMoreThanTcp() {
    assertThat(figures.ratio(Part.ALL, Variant.CONVERTED, Variant.TCP)).isLessThanOrEqualTo(1.0);
  }

  @Test
  void overSmc_takesWhatADriverWithSmcSocketsTakes() {
    assertThat(figures.ratio(Part.ALL, Variant.CONVERTED, Variant.PRELOADED))
        .isBetween(0.995, 1.005);
  }
}
