package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class ConnectCloseIT {
  private Variant preloaded;
  private Figures figures;

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    preloaded = Variant.preloaded(Preload.compile(directory));
    figures =
        Figures.of(
            "Connect and close",
            ConnectClose.class,
            List.of(
                Variant.TCP,
                Variant.TCP_WITH_MODE_OFF,
                Variant.TCP_WITHOUT_SMC,
                preloaded,
                Variant.CONVERTED));
  }

  /**
   * The JDK has made a TCP socket by the time the destination is known; making and discarding it is
   * what a conversion costs more.
   */
  @Test
  void overSmc_takesLittleMoreThanAProgramWithSmcSockets() {
    assertThat(figures.ratio(Variant.CONVERTED, preloaded)).isLessThanOrEqualTo(1.10);
  }

  /**
   * Two threads take turns here, and the scheduler's choices alone make a difference of a percent.
   */
  @Test
  void onTcp_takesWhatTheJdkTakes() {
    assertThat(figures.ratio(Variant.TCP_WITH_MODE_OFF, Variant.TCP)).isBetween(0.97, 1.03);
    assertThat(figures.ratio(Variant.TCP_WITHOUT_SMC, Variant.TCP)).isBetween(0.97, 1.03);
  }
}
