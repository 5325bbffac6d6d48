package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.agent.PreloadedProgram.CLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The preloaded library where the kernel refuses SMC sockets. */
@Tag("once")
@ParameterizedClass
@EnumSource
class PreloadOnTcpIT {
  @Parameter CLibrary library;
  @TempDir Path directory;
  private PreloadedProgram sockets;

  @BeforeEach
  void compile() throws Exception {
    Assumptions.assumeFalse(Files.exists(Path.of("/proc/sys/net/smc")), "this kernel has SMC");
    sockets = PreloadedProgram.compile("sockets", library, directory);
  }

  @Test
  void everyKindOfSocketIsWhatItIsWithoutTheLibrary() throws Exception {
    assertThat(sockets.run(List.of(), "kinds"))
        .isEqualTo(sockets.run(List.of("LD_PRELOAD="), "kinds"))
        .anyMatch(line -> line.startsWith("tcp4: TCP"))
        .anyMatch(line -> line.startsWith("tcp6 with flags: TCP cloexec nonblock"));
  }

  @Test
  void whereSmcIsRequired_tcpSocketsFailAndOthersDoNot() throws Exception {
    assertThat(sockets.run(List.of("CONFIG_FORCE_smc_mode=require"), "kinds"))
        .contains(
            "tcp4: Address family not supported by protocol",
            "tcp6 with flags: Address family not supported by protocol")
        .anyMatch(line -> line.startsWith("udp4: other send="))
        .anyMatch(line -> line.startsWith("unix: other send="));
  }

  @Test
  void manyThreadsAtOnceGetTheirSockets() throws Exception {
    assertThat(sockets.run(List.of(), "threads", "16")).containsExactly("4800 sockets, 0 failures");
  }
}
