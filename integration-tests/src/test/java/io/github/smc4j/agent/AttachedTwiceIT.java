package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent named more than once for the same JVM. */
class AttachedTwiceIT {
  private static final String INSTALLATION = "io.github.smc4j.agent.internal.Installation ";
  private static final String IGNORED = "the agent is in this JVM already";

  @TempDir private Path directory;

  @Test
  void onTheCommandLine_isInstalledOnceAndSaysNothing() throws Exception {
    Ending ending = run(Map.of(), List.of(option("")), option(""));

    assertInstalledOnce(ending);
    assertThat(ending.linesOfTheAgent()).isEmpty();
  }

  @Test
  void withSettings_saysThatTheSecondOnesAreIgnored() throws Exception {
    Ending ending = run(Map.of(), List.of(option("=mode=prefer")), option("=mode=off"));

    assertInstalledOnce(ending);
    assertThat(ending.linesOfTheAgent())
        .singleElement()
        .asString()
        .contains(IGNORED)
        .endsWith("mode=off");
  }

  @Test
  void inTheEnvironmentAndOnTheCommandLine_isInstalledOnce() throws Exception {
    Ending ending = run(Map.of("JAVA_TOOL_OPTIONS", option("")), List.of(option("")));

    assertInstalledOnce(ending);
    assertThat(ending.linesOfTheAgent()).isEmpty();
  }

  @Test
  void underAnotherName_isInstalledOnce() throws Exception {
    Path copy = Files.copy(Agent.JAR, directory.resolve("copy.jar"));

    Ending ending = run(Map.of(), List.of(option("")), "-javaagent:" + copy);

    assertInstalledOnce(ending);
    assertThat(ending.linesOfTheAgent()).isEmpty();
  }

  @Test
  void afterTheStart_isInstalledOnce() throws Exception {
    for (List<String> agent : List.of(Agent.ABSENT, Agent.ATTACHED)) {
      Ending ending =
          run(
              Map.of(),
              agent,
              AttachingItself.class,
              List.of(Agent.JAR.toString(), Agent.JAR.toString()));
      assertInstalledOnce(ending);
      assertThat(ending.linesOfTheAgent()).isEmpty();
    }
  }

  @Test
  void afterAttachingWithWrongSettings_isInstalledWithRightOnes() throws Exception {
    Ending ending =
        run(
            Map.of("CONFIG_FORCE_smc_native_library", "/missing/libsmc4j.so"),
            Agent.ABSENT,
            AttachingItself.class,
            List.of(Agent.JAR + "=mood=off", Agent.JAR + "=mode=require"));

    assertThat(ending.status()).as(ending.toString()).isZero();
    assertThat(ending.errors()).anyMatch(line -> line.contains("smc.mood"));
    assertThat(ending.output().get(0)).isEqualTo("mood=off");
    assertThat(ending.output().subList(1, ending.output().size()))
        .hasSameSizeAs(SelfTalk.WORDS)
        .allMatch(line -> line.contains("SMC") && line.contains("required"));
  }

  @Test
  @Tag("agent")
  void overSmcd_convertsEachSocketOnce() throws Exception {
    Path copy = Files.copy(Agent.JAR, directory.resolve("copy.jar"));
    Session session =
        PageReading.ofJdkServer(List.of(option(""), option(""), "-javaagent:" + copy), directory);

    assertThat(session.links()).isEqualTo(Links.overSmcd(PageReading.CONNECTIONS));
  }

  private static String option(String settings) {
    return "-javaagent:" + Agent.JAR + settings;
  }

  private Ending run(Map<String, String> environment, List<String> agent, String... options)
      throws Exception {
    return run(
        environment,
        Stream.concat(agent.stream(), Stream.of(options)).toList(),
        SelfTalk.class,
        List.of());
  }

  private Ending run(
      Map<String, String> environment,
      List<String> options,
      Class<?> program,
      List<String> arguments)
      throws Exception {
    Files.deleteIfExists(loaded());
    return Ending.of(
        environment,
        Classes.of(SelfTalk.class),
        Stream.concat(
                options.stream(),
                Stream.of("-Djdk.attach.allowAttachSelf", "-Xlog:class+load:file=" + loaded()))
            .toList(),
        Stream.concat(Stream.of(program.getName()), arguments.stream()).toArray(String[]::new));
  }

  /** What the JVM writes down about the classes that it loads. */
  private Path loaded() {
    return directory.resolve("loaded.log");
  }

  private void assertInstalledOnce(Ending ending) throws Exception {
    assertThat(ending.status()).as(ending.toString()).isZero();
    assertThat(ending.output()).as(ending.toString()).containsExactly(SelfTalk.WORDS);
    assertThat(Files.readAllLines(loaded(), UTF_8))
        .filteredOn(line -> line.contains(INSTALLATION))
        .hasSize(1);
  }
}
