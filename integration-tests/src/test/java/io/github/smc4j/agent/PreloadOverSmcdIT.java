package io.github.smc4j.agent;

import static io.github.smc4j.agent.PublicAddress.IPV4;
import static io.github.smc4j.agent.PublicAddress.IPV6;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.agent.PreloadedProgram.CLibrary;
import io.github.smc4j.fault.WithoutSmc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The preloaded library where the kernel has SMC. */
@Tag("lab")
@Tag("once")
@ParameterizedClass
@EnumSource
class PreloadOverSmcdIT {
  @Parameter CLibrary library;
  @TempDir Path directory;
  private PreloadedProgram sockets;
  private PreloadedProgram listener;

  @BeforeAll
  static void addPublicAddresses() throws IOException {
    PublicAddress.add();
  }

  @BeforeEach
  void compile() throws Exception {
    sockets = PreloadedProgram.compile("sockets", library, directory);
    listener = PreloadedProgram.compile("listener", library, directory);
  }

  @Test
  void tcpSocketsAreSmcSocketsWithTheirFlagsAndOthersAreLeftAlone() throws Exception {
    assertThat(sockets.run(List.of(), "kinds"))
        .satisfies(lines -> assertThat(lines.get(0)).startsWith("tcp4: IPPROTO_SMC send"))
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("tcp4 by name: IPPROTO_SMC send"))
        .satisfies(lines -> assertThat(lines.get(2)).startsWith("tcp6: IPPROTO_SMC send"))
        .satisfies(
            lines ->
                assertThat(lines.get(3))
                    .startsWith("tcp6 with flags: IPPROTO_SMC cloexec nonblock send"))
        .endsWith(others());
  }

  private String[] others() throws IOException {
    List<String> lines = sockets.run(List.of("LD_PRELOAD="), "kinds");
    return lines.subList(4, lines.size()).toArray(String[]::new);
  }

  @Test
  void familyAndBuffersAreThoseOfTheSettings() throws Exception {
    List<String> settings =
        List.of(
            "CONFIG_FORCE_smc_family=af-smc",
            "CONFIG_FORCE_smc_buffers_send=100000",
            "CONFIG_FORCE_smc_buffers_receive=50000");

    assertThat(sockets.run(settings, "kinds"))
        .startsWith(
            "tcp4: AF_SMC send=200000 receive=100000",
            "tcp4 by name: AF_SMC send=200000 receive=100000",
            "tcp6: AF_SMC send=200000 receive=100000",
            "tcp6 with flags: AF_SMC cloexec nonblock send=200000 receive=100000")
        .endsWith(others());
  }

  @Test
  void switchedOff_everySocketIsWhatItIsWithoutTheLibrary() throws Exception {
    assertThat(sockets.run(List.of("CONFIG_FORCE_smc_mode=off"), "kinds"))
        .isEqualTo(sockets.run(List.of("LD_PRELOAD="), "kinds"));
  }

  @Test
  void manyThreadsAtOnceGetTheirSockets() throws Exception {
    assertThat(sockets.run(List.of(), "threads", "16")).containsExactly("4800 sockets, 0 failures");
  }

  @Test
  void publicAddressesAreMetWithTcp() throws Exception {
    for (String address : List.of(IPV4, "::ffff:" + IPV4, IPV6)) {
      assertThat(sockets.run(List.of(), "connect", address))
          .containsExactly("IPPROTO_SMC -> TCP: Connection refused");
      assertThat(sockets.run(List.of(), "bind", address))
          .containsExactly("IPPROTO_SMC -> TCP: done");
    }
  }

  /** On a socket that has fallen back, the kernel wakes nobody for data of what it accepts. */
  @Test
  void aListenerAtAPublicAddressIsWokenForConnectionsAndTheirData() throws Exception {
    for (String address : List.of(IPV4, IPV6)) {
      assertThat(listener.run(List.of(), "serve", address)).containsExactly("TCP: answered");
    }
  }

  @Test
  void aListenerAtAPublicAddressKeepsItsOptionsAndFlags() throws Exception {
    for (String address : List.of(IPV4, IPV6)) {
      assertThat(listener.run(List.of(), "options", address))
          .isEqualTo(listener.run(List.of("LD_PRELOAD="), "options", address))
          .contains("TCP descriptor=1 status=802", "SO_REUSEPORT=1,0", "SO_LINGER=1,7");
    }
  }

  @Test
  void aSocketThatIsBoundIsNotReplaced() throws Exception {
    assertThat(listener.run(List.of(), "again", IPV4))
        .containsExactly("IPPROTO_SMC: Invalid argument");
  }

  @Test
  void whereSeccompRefusesSmcSockets_theOtherFamilyIsTakenAndThenTcp() throws Exception {
    WithoutSmc seccomp = WithoutSmc.compile(directory);

    assertThat(sockets.run(seccomp.refusing("IPPROTO_SMC"), "kinds"))
        .anyMatch(line -> line.startsWith("tcp6 with flags: AF_SMC cloexec nonblock"));
    assertThat(sockets.run(seccomp.refusing("both"), "kinds"))
        .isEqualTo(sockets.run(List.of("LD_PRELOAD="), "kinds"));
  }

  @Test
  void publicAddressesAreMetWithSmcWhereThatIsAllowedOrRequired() throws Exception {
    for (String setting :
        List.of("CONFIG_FORCE_smc_public__addresses=on", "CONFIG_FORCE_smc_mode=require")) {
      assertThat(sockets.run(List.of(setting), "connect", IPV4))
          .containsExactly("IPPROTO_SMC -> IPPROTO_SMC: Connection refused");
      assertThat(sockets.run(List.of(setting), "bind", IPV6))
          .containsExactly("IPPROTO_SMC -> IPPROTO_SMC: done");
    }
  }

  @Test
  void localAndWildcardAddressesAreMetWithSmc() throws Exception {
    for (String address : List.of("127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::")) {
      assertThat(sockets.run(List.of(), "connect", address))
          .containsExactly("IPPROTO_SMC -> IPPROTO_SMC: Connection refused");
      assertThat(sockets.run(List.of(), "bind", address))
          .containsExactly("IPPROTO_SMC -> IPPROTO_SMC: done");
    }
  }
}
