package io.github.smc4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class ConnectCloseIT {
  private static final Set<Variant> VARIANTS =
      EnumSet.of(
          Variant.TCP,
          Variant.TCP_WITH_MODE_OFF,
          Variant.TCP_WITHOUT_SMC,
          Variant.PRELOADED,
          Variant.CONVERTED);

  private Figures figures;

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    figures =
        Figures.of(
            3, "Connect and close", ConnectClose.class, directory, VARIANTS, variant -> List.of());
  }

  @Test
  void overSmc_takesNoMoreThanAProgramWithSmcSockets() {
    figures.assertThatRatio(Variant.CONVERTED, Variant.PRELOADED).isLessThanOrEqualTo(1.01);
  }

  @Test
  void onTcp_takesWhatTheJdkTakes() {
    figures.assertThatRatio(Variant.TCP_WITH_MODE_OFF, Variant.TCP).isBetween(0.995, 1.005);
    figures.assertThatRatio(Variant.TCP_WITHOUT_SMC, Variant.TCP).isBetween(0.995, 1.005);
  }
}
