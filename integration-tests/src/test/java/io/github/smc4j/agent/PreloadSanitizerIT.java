package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.agent.PreloadedProgram.CLibrary;
import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preloaded library, compiled to end the program at an error of memory or of arithmetic. */
@Tag("lab")
@Tag("once")
class PreloadSanitizerIT {
  private static final Path BUILD = Path.of("..", "smc-agent", "src", "main", "c", "build.sh");
  private static final String FLAGS =
      "-g -fsanitize=address,undefined -fsanitize-undefined-trap-on-error";

  @TempDir Path directory;
  private List<String> sanitized;

  @BeforeAll
  static void addPublicAddresses() throws IOException {
    PublicAddress.add();
  }

  @BeforeEach
  void build() throws IOException {
    Command.output("env", "CFLAGS=" + FLAGS, "sh", BUILD.toString(), directory.toString());
    Path library =
        directory.resolve("linux-" + System.getProperty("os.arch")).resolve("libsmc4j-preload.so");
    String runtime = Command.output("gcc", "-print-file-name=libasan.so");
    sanitized = List.of("LD_PRELOAD=" + runtime + ":" + library);
  }

  @Test
  void nothingThatItDoesIsAnError() throws Exception {
    PreloadedProgram sockets = PreloadedProgram.compile("sockets", CLibrary.GLIBC, directory);
    PreloadedProgram listener = PreloadedProgram.compile("listener", CLibrary.GLIBC, directory);

    assertThat(sockets.run(sanitized, "kinds"))
        .anyMatch(line -> line.startsWith("tcp4: IPPROTO_SMC"));
    assertThat(sockets.run(sanitized, "threads", "4")).containsExactly("1200 sockets, 0 failures");
    for (String address : List.of(PublicAddress.IPV4, PublicAddress.IPV6, "127.0.0.1")) {
      assertThat(sockets.run(sanitized, "connect", address))
          .allMatch(line -> line.endsWith("Connection refused"));
      assertThat(listener.run(sanitized, "serve", address))
          .allMatch(line -> line.endsWith(": answered"));
      assertThat(listener.run(sanitized, "options", address)).contains("SO_LINGER=1,7");
    }
  }
}
