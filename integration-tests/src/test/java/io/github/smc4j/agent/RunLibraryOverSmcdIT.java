package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file of the library that {@code smc4j run} preloads. */
@Tag("agent")
@Tag("once")
@Timeout(300)
class RunLibraryOverSmcdIT {
  private static final Integer ROOT = 0;
  private static final Integer NOBODY = 65534;
  private static final List<String> LOADED =
      List.of("sh", "-c", "sed -n 's|.* /|/|p' /proc/self/maps | grep preload | sort -u; echo");

  @TempDir Path directory;

  @BeforeEach
  void openToAll() throws IOException {
    assumeTrue(Files.getAttribute(directory, "unix:uid").equals(ROOT), "only root changes users");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @Test
  void aProgramThatGoesOnAsAnotherUserHasItStill() throws Exception {
    List<String> asNobody =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    asNobody.addAll(LOADED);

    assertThat(loadedInto(asNobody)).hasSize(1).isEqualTo(loadedInto(LOADED));
  }

  /** Whatever it holds: its owner can change it at any time. */
  @Test
  void aFileOfAnotherUserInItsPlaceIsReplacedAndNotLoaded() throws Exception {
    Path library = loadedInto(LOADED).get(0);
    Files.setAttribute(library, "unix:uid", NOBODY);

    assertThat(loadedInto(LOADED)).containsExactly(library);
    assertThat(Files.getAttribute(library, "unix:uid")).isEqualTo(ROOT);
  }

  @Test
  void aLinkOfAnotherUserInItsPlaceIsReplacedAndNotFollowed() throws Exception {
    Path library = loadedInto(LOADED).get(0);
    Path target = Files.move(library, directory.resolve("genuine.so"));
    Files.createSymbolicLink(library, target);
    Files.setAttribute(library, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

    assertThat(loadedInto(LOADED)).containsExactly(library);
    assertThat(library).isRegularFile();
    assertThat(Files.isSymbolicLink(library)).isFalse();
  }

  /** The files of the library in a process that a command becomes. */
  private List<Path> loadedInto(List<String> command) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("env", "CONFIG_FORCE_smc_native_directory=" + directory));
    words.addAll(RunCommandLine.under(command));
    RunCommandLine.Outcome outcome = RunCommandLine.outcome(directory, words);
    assertThat(outcome.status()).as(outcome.errors()).isZero();
    return outcome.output().lines().filter(line -> !line.isEmpty()).map(Path::of).toList();
  }
}
