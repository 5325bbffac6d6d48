package io.github.smc4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  @TempDir Path directory;

  @Test
  void load_unpacksTheJarsLibraryAndLeavesNothingBehind() throws Exception {
    NativeLibrary.load(null, directory);

    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void load_aSecondTimeIsHarmless() {
    assertThatCode(
            () -> {
              NativeLibrary.load(null, directory);
              NativeLibrary.load(null, directory);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void load_namesTheDirectoryThatCannotBeWritten() {
    Path missing = directory.resolve("missing");

    assertThatThrownBy(() -> NativeLibrary.load(null, missing))
        .isInstanceOf(NativeLibraryException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("smc.native.directory")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void load_namesTheLibraryThatDoesNotExist() {
    Path missing = directory.resolve("libmissing.so");

    assertThatThrownBy(() -> NativeLibrary.load(missing, null))
        .isInstanceOf(NativeLibraryException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("smc.native.library")
        .hasCauseInstanceOf(UnsatisfiedLinkError.class);
  }

  @Test
  void load_namesTheLibraryThatIsOfAnotherArchitecture() throws Exception {
    Path foreign = Files.write(directory.resolve("libforeign.so"), ofAnotherArchitecture());

    assertThatThrownBy(() -> NativeLibrary.load(foreign, null))
        .isInstanceOf(NativeLibraryException.class)
        .hasMessageContaining(foreign.toString())
        .hasMessageContaining("smc.native.library");
  }

  @Test
  void load_namesWhatIsMissingInTheJarOfAnUnknownArchitecture() {
    String architecture = System.setProperty("os.arch", "pdp11");
    try {
      assertThatThrownBy(() -> NativeLibrary.load(null, directory))
          .isInstanceOf(NativeLibraryException.class)
          .hasMessageContaining("META-INF/native/linux-pdp11/libsmc4j.so")
          .hasMessageContaining("gcc")
          .hasMessageContaining("smc.native.library");
    } finally {
      System.setProperty("os.arch", architecture);
    }
  }

  /**
   * This machine's library with another machine's number in its ELF header (e_machine, two bytes at
   * 18).
   */
  private static byte[] ofAnotherArchitecture() throws IOException {
    String resource = "/META-INF/native/linux-" + System.getProperty("os.arch") + "/libsmc4j.so";
    try (var library = NativeLibrary.class.getResourceAsStream(resource)) {
      byte[] bytes = library.readAllBytes();
      bytes[18] = 0x7f;
      bytes[19] = 0x7f;
      return bytes;
    }
  }
}
