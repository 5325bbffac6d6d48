package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the agent has its settings from. That SMC is required is seen by TCP being refused. */
class AgentSettingsIT {
  /** Makes SMC unavailable, also where the kernel has it. */
  private static final String WITHOUT_SMC = "-Dsmc.native.library=/missing/libsmc4j.so";

  @Test
  void withoutSettings_prefersSmcAndLeavesToTcpWhatCannotHaveIt() throws Exception {
    assertTalks(run(Agent.ATTACHED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode=require",
        "smc.mode=require",
        "rules=[{to=\"127.0.0.0/8\",mode=require}]",
        "mode=off,rules=[{direction=listen,mode=require},{to=[\"127.0.0.1\"],mode=require}]"
      })
  void argument_requiresSmc(String argument) throws Exception {
    assertRefused(run(Agent.with(argument)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode=off", "rules=[{to=\"127.0.0.0/8\",mode=off}],smc.mode=require"})
  void argument_leavesToTcp(String argument) throws Exception {
    assertTalks(run(Agent.with(argument)));
  }

  @Test
  void systemProperty_beatsTheArgument() throws Exception {
    assertTalks(run(Agent.with("mode=require"), "-Dsmc.mode=off"));
    assertRefused(run(Agent.with("mode=off"), "-Dsmc.mode=require"));
  }

  @Test
  void environmentVariable_holdsWhereTheArgumentSaysNothing() throws Exception {
    assertRefused(run(Map.of("CONFIG_FORCE_smc_mode", "require"), Agent.ATTACHED));
    assertTalks(run(Map.of("CONFIG_FORCE_smc_mode", "require"), Agent.with("mode=off")));
  }

  @Test
  void wrongArgument_endsTheJvmWithALineThatSaysWhatIsAllowed() throws Exception {
    assertEndsWith(
        run(Agent.with("mode=requires")), "smc.mode", "requires", "off, prefer or require");
    assertEndsWith(run(Agent.with("mood=off")), "smc.mood");
    assertEndsWith(run(Agent.with("mode={")), "mode={", "-javaagent:smc4j.jar=mode=require");
  }

  @Test
  void wrongProperty_endsTheJvmWithALineThatSaysWhatIsAllowed() throws Exception {
    assertEndsWith(
        run(Agent.ATTACHED, "-Dsmc.buffers.send=1"), "smc.buffers.send", "1", "from 16K to 1G");
  }

  private static Ending run(List<String> agent, String... options) throws Exception {
    return run(Map.of(), agent, options);
  }

  private static Ending run(Map<String, String> environment, List<String> agent, String... options)
      throws Exception {
    List<String> all =
        Stream.of(Stream.of(WITHOUT_SMC), agent.stream(), Stream.of(options))
            .flatMap(each -> each)
            .toList();
    return Ending.of(environment, Classes.of(SelfTalk.class), all, SelfTalk.class.getName());
  }

  private static void assertTalks(Ending ending) {
    assertThat(ending.output()).as(ending.toString()).containsExactly(SelfTalk.WORDS);
    assertThat(ending.linesOfTheAgent()).isEmpty();
  }

  private static void assertRefused(Ending ending) {
    assertThat(ending.output())
        .as(ending.toString())
        .hasSameSizeAs(SelfTalk.WORDS)
        .allMatch(line -> line.contains("SMC") && line.contains("required"));
  }

  private static void assertEndsWith(Ending ending, String... parts) {
    assertThat(ending.status()).as(ending.toString()).isOne();
    assertThat(ending.output()).isEmpty();
    assertThat(ending.errors()).singleElement().asString().startsWith("smc4j: ").contains(parts);
  }
}
