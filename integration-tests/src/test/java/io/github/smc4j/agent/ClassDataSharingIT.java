package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JVM's archives of classes: with {@code -Xshare:on} it ends where it cannot use one, and what
 * it has to say of them it says on standard output.
 */
class ClassDataSharingIT {
  private static final String SHARED = "-Xshare:on";

  @TempDir private Path directory;
  private String program;

  @BeforeEach
  void pack() throws Exception {
    program = ProgramJar.of(directory, SelfTalk.class, SelfTalk.Talk.class);
  }

  @Test
  void archiveOfTheJdk_isUsed() throws Exception {
    assertTalks(Ending.ofSelfTalk(with(Agent.ATTACHED, SHARED)));
  }

  @Test
  @Tag("once")
  void archiveOfTheApplication_isUsed() throws Exception {
    assertTalks(run(with(Agent.ATTACHED, SHARED, "-XX:SharedArchiveFile=" + archive())));
  }

  @Test
  @Tag("once")
  void hook_isInThereWithTheArchives() throws Exception {
    Ending ending =
        run(
            with(
                Agent.with("mode=require"),
                SHARED,
                "-XX:SharedArchiveFile=" + archive(),
                "-Dsmc.native.library=/missing/libsmc4j.so"));

    assertThat(ending.output())
        .as(ending.toString())
        .hasSameSizeAs(SelfTalk.WORDS)
        .allMatch(line -> line.contains("SMC is required"));
  }

  @Test
  @Tag("agent")
  void serverAndClients_talkOverSmcdWithTheArchiveOfTheJdk() throws Exception {
    Session session = PageReading.ofJdkServer(with(Agent.ATTACHED, SHARED), directory);

    assertThat(session.links()).isEqualTo(Links.overSmcd(PageReading.CONNECTIONS));
  }

  private Path archive() throws Exception {
    Path archive = directory.resolve("classes.jsa");
    Ending dump = run(List.of("-XX:ArchiveClassesAtExit=" + archive));
    assertThat(archive).as(dump.toString()).isNotEmptyFile();
    return archive;
  }

  private Ending run(List<String> options) throws Exception {
    return Ending.of(program, options, SelfTalk.class.getName());
  }

  private static List<String> with(List<String> agent, String... options) {
    return Stream.concat(agent.stream(), Stream.of(options)).toList();
  }

  private static void assertTalks(Ending ending) {
    assertThat(ending.status()).as(ending.toString()).isZero();
    assertThat(ending.output()).containsExactly(SelfTalk.WORDS);
  }
}
