package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeVariablesTest {
  @Test
  void variables_leaveOutWhatIsAtItsDefault() {
    assertThat(Settings.load(Map.of()).variables()).isEmpty();
  }

  @Test
  void variables_haveTheNamesOfTheConventionAndSizesInBytes() {
    Settings settings =
        Settings.load(
            Map.of(
                "CONFIG_FORCE_SMC_FAMILY", "af-smc",
                "CONFIG_FORCE_smc_public__addresses", "on",
                "CONFIG_FORCE_smc_buffers_send", "1M",
                "CONFIG_FORCE_smc_buffers_receive", "null"));

    assertThat(settings.variables())
        .containsOnly(
            Map.entry("CONFIG_FORCE_smc_family", "af-smc"),
            Map.entry("CONFIG_FORCE_smc_public__addresses", "on"),
            Map.entry("CONFIG_FORCE_smc_buffers_send", "1048576"),
            Map.entry("CONFIG_FORCE_smc_buffers_receive", "null"));
  }

  @Test
  void variables_followWhatIsOverriddenForOneUse() {
    assertThat(Settings.load(Map.of()).with("smc.mode=require").variables())
        .containsOnly(Map.entry("CONFIG_FORCE_smc_mode", "require"));
  }
}
