package io.github.smc4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class RoundTripIT {
  private Figures figures;

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    figures =
        Figures.of(
            3,
            "64-byte round trip",
            RoundTrip.class,
            directory,
            EnumSet.allOf(Variant.class),
            variant -> List.of());
  }

  @Test
  void overSmc_takesAtMostThreeFifthsOfTcp() {
    figures.assertThatRatio(Variant.CONVERTED, Variant.TCP).isLessThanOrEqualTo(0.60);
  }

  @Test
  void overSmc_takesWhatAProgramWithSmcSocketsTakes() {
    figures.assertThatRatio(Variant.CONVERTED, Variant.PRELOADED).isBetween(0.995, 1.005);
  }

  @Test
  void onTcp_takesWhatTheJdkTakes() {
    figures.assertThatRatio(Variant.TCP_WITH_MODE_OFF, Variant.TCP).isBetween(0.995, 1.005);
    figures.assertThatRatio(Variant.TCP_WITHOUT_SMC, Variant.TCP).isBetween(0.995, 1.005);
  }

  @Test
  void underTheAgent_takesWhatTheFactoriesTake() {
    figures.assertThatRatio(Variant.UNDER_THE_AGENT, Variant.CONVERTED).isBetween(0.995, 1.005);
  }

  @Test
  void underTheAgentOnTcp_takesWhatTheJdkTakes() {
    figures
        .assertThatRatio(Variant.TCP_UNDER_THE_AGENT_WITH_MODE_OFF, Variant.TCP)
        .isBetween(0.995, 1.005);
    figures
        .assertThatRatio(Variant.TCP_UNDER_THE_AGENT_WITHOUT_SMC, Variant.TCP)
        .isBetween(0.995, 1.005);
  }
}
