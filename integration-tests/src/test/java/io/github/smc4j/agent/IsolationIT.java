package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the application sees of the agent, and of the libraries in it. */
class IsolationIT {
  private static final String ENTRY = "io/github/smc4j/agent/SmcAgent.class";
  private static final String ITS_LOADER = "io/github/smc4j/agent/SmcAgent$HiddenClasses.class";
  private static final String HOOKS = "io/github/smc4j/agent/boot/SocketHooks.class";
  private static final String HOOKS_TARGET = "io/github/smc4j/agent/boot/SocketHooks$Hooks.class";
  private static final int JAVA_8 = 52;

  /** Not the release that the agent has, and not on the class path of these tests. */
  private static final Path OTHER_CONFIG =
      Path.of("target", "agents", "config.jar").toAbsolutePath();

  @TempDir private Path directory;

  @Test
  void jar_hasAtItsRootOnlyWhatTheJvmLooksFor() throws Exception {
    assertThat(JarContents.atTheRoot())
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/NOTICE", ENTRY, ITS_LOADER);
    assertThat(JarContents.hidden())
        .contains("reference.conf", "io/github/smc4j/agent/config/Config.class", HOOKS)
        .noneMatch(name -> name.startsWith("com/") || name.startsWith("org/"));
  }

  @Test
  void entry_isReadableForJava8() throws Exception {
    for (String type : List.of(ENTRY, ITS_LOADER)) {
      assertThat(majorVersion(type)).as(type).isEqualTo(JAVA_8);
    }
  }

  @Test
  void application_seesTheEntryAndTheHooksAlone() throws Exception {
    List<String> names =
        Stream.of(
                JarContents.hidden().stream(),
                JarContents.atTheRoot().stream().filter(name -> name.endsWith(".class")),
                Stream.of(
                    "application.conf",
                    "com/typesafe/config/Config.class",
                    "picocli/CommandLine.class",
                    "org/objectweb/asm/ClassReader.class"))
            .flatMap(each -> each)
            .toList();
    Path asked = Files.write(directory.resolve("names"), names);

    Ending ending =
        Ending.of(
            ProgramJar.of(directory, Seen.class),
            Agent.ATTACHED,
            Seen.class.getName(),
            asked.toString());

    assertThat(ending.status()).as(ending.toString()).isZero();
    assertThat(ending.output())
        .containsExactlyInAnyOrder(
            "application " + ENTRY,
            "application " + ITS_LOADER,
            "boot " + HOOKS,
            "boot " + HOOKS_TARGET);
  }

  @Test
  void applicationWithItsOwnConfiguration_readsThatAndTheAgentItsPartOfIt() throws Exception {
    Files.writeString(
        directory.resolve("reference.conf"), "greeting { text = reference, name = reference }");
    Files.writeString(
        directory.resolve("application.conf"), "greeting.text = hello\nsmc.mode = require");

    Ending ending =
        Ending.of(
            String.join(
                File.pathSeparator,
                ProgramJar.of(directory, Greeting.class, SelfTalk.class, SelfTalk.Talk.class),
                directory.toString(),
                OTHER_CONFIG.toString()),
            List.of(Agent.ATTACHED.get(0), "-Dsmc.native.library=/missing/libsmc4j.so"),
            Greeting.class.getName());

    assertThat(ending.output())
        .as(ending.toString())
        .hasSize(2 + SelfTalk.WORDS.length)
        .startsWith("hello reference", OTHER_CONFIG.toString());
    assertThat(ending.output().subList(2, ending.output().size()))
        .as("it requires SMC, of which there is none")
        .allMatch(line -> line.contains("required"));
  }

  private static int majorVersion(String type) throws IOException {
    try (JarFile jar = new JarFile(Agent.JAR.toFile());
        DataInputStream file = new DataInputStream(jar.getInputStream(jar.getEntry(type)))) {
      file.skipNBytes(Integer.BYTES + Short.BYTES);
      return file.readUnsignedShort();
    }
  }
}
