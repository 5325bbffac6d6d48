package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
    figures = Figures.of("64-byte round trip", RoundTrip.class, directory);
  }

  @Test
  void overSmc_takesAtMostThreeFifthsOfTcp() {
    assertThat(figures.ratio(Variant.CONVERTED, Variant.TCP)).isLessThanOrEqualTo(0.60);
  }

  @Test
  void overSmc_takesWhatAProgramWithSmcSocketsTakes() {
    assertThat(figures.ratio(Variant.CONVERTED, Variant.PRELOADED)).isBetween(0.995, 1.005);
  }

  @Test
  void onTcp_takesWhatTheJdkTakes() {
    assertThat(figures.ratio(Variant.TCP_WITH_MODE_OFF, Variant.TCP)).isBetween(0.995, 1.005);
    assertThat(figures.ratio(Variant.TCP_WITHOUT_SMC, Variant.TCP)).isBetween(0.995, 1.005);
  }

  @Test
  void underTheAgent_takesWhatTheFactoriesTake() {
    assertThat(figures.ratio(Variant.UNDER_THE_AGENT, Variant.CONVERTED)).isBetween(0.995, 1.005);
  }

  @Test
  void underTheAgentOnTcp_takesWhatTheJdkTakes() {
    assertThat(figures.ratio(Variant.TCP_UNDER_THE_AGENT_WITH_MODE_OFF, Variant.TCP))
        .isBetween(0.995, 1.005);
    assertThat(figures.ratio(Variant.TCP_UNDER_THE_AGENT_WITHOUT_SMC, Variant.TCP))
        .isBetween(0.995, 1.005);
  }
}
