package io.github.smc4j.bench;

import io.github.smc4j.Link;
import io.github.smc4j.database.Database;
import io.github.smc4j.database.DatabaseServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Set<Variant> VARIANTS =
      EnumSet.of(Variant.TCP, Variant.PRELOADED, Variant.CONVERTED);

  private Figures figures;

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    try (DatabaseServer onTcp = server(directory.resolve("tcp"), Map.of("SMC_DATABASE_TCP", "1"));
        DatabaseServer onSmc = server(directory.resolve("smc"), Map.of())) {
      figures =
          Figures.of(
              3,
              "SELECT 1 through pgjdbc: all, client user and kernel, server user and kernel",
              SelectOne.class,
              directory,
              VARIANTS,
              variant -> List.of(port(variant.kind() == Link.Kind.TCP ? onTcp : onSmc)));
    }
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

  private static String port(DatabaseServer server) {
    return Integer.toString(server.address().getPort());
  }

  @Test
  void overSmc_takesNoMoreThanTcp() {
    figures.assertThatRatio(Variant.CONVERTED, Variant.TCP).isLessThanOrEqualTo(1.0);
  }

  @Test
  void overSmc_takesWhatADriverWithSmcSocketsTakes() {
    figures.assertThatRatio(Variant.CONVERTED, Variant.PRELOADED).isBetween(0.995, 1.005);
  }
}
