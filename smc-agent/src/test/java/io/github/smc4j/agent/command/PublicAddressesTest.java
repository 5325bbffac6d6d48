package io.github.smc4j.agent.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Policy;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preloaded library and the policy of JVMs take the same addresses for public. */
class PublicAddressesTest {
  private static final int RANDOM = 2000;
  private static final long SEED = 6;

  /** The first and the last address of every network that is not public, and their neighbours. */
  private static final List<String> EDGES =
      List.of(
          "0.0.0.0 0.0.0.1 9.255.255.255 10.0.0.0 10.255.255.255 11.0.0.0 100.63.255.255 100.64.0.0",
          "100.127.255.255 100.128.0.0 126.255.255.255 127.0.0.0 127.255.255.255 128.0.0.0",
          "169.253.255.255 169.254.0.0 169.254.255.255 169.255.0.0 172.15.255.255 172.16.0.0",
          "172.31.255.255 172.32.0.0 192.167.255.255 192.168.0.0 192.168.255.255 192.169.0.0",
          ":: ::1 ::2 fbff:: fc00:: fdff:ffff:: fe00:: fe7f:ffff:: fe80:: febf:: fec0:: feff:: ff00::",
          "2001:db8::1");

  @TempDir Path directory;

  @Test
  void theyAgreeOnEveryEdgeAndOnRandomAddresses() throws Exception {
    Policy policy = Settings.global().policy();
    List<String> expected = new ArrayList<>();
    for (String address : addresses()) {
      Mode mode = policy.connect(new InetSocketAddress(InetAddress.getByName(address), 9)).mode();
      expected.add(mode == Mode.OFF ? "public" : "local");
    }

    assertThat(answers()).isEqualTo(expected).contains("public", "local");
  }

  private List<String> answers() throws IOException, InterruptedException {
    Path program = directory.resolve("is_public");
    Path input = Files.write(directory.resolve("addresses"), addresses());
    assertThat(
            run(
                input,
                "gcc",
                "-fsanitize=address,undefined",
                "-fno-sanitize-recover=all",
                "-I",
                "src/main/c",
                "-o",
                program.toString(),
                "src/test/c/is_public.c",
                "src/main/c/addresses.c"))
        .isEmpty();
    return run(input, program.toString());
  }

  private List<String> run(Path input, String... command) throws IOException, InterruptedException {
    assumeTrue(Files.isDirectory(Path.of("src/main/c")), "not run from the module's folder");
    Path output = Files.createTempFile(directory, "output", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  private static List<String> addresses() throws IOException {
    List<String> addresses =
        new ArrayList<>(EDGES.stream().flatMap(line -> Stream.of(line.split(" ", -1))).toList());
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM; i++) {
      byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
      random.nextBytes(bytes);
      addresses.add(InetAddress.getByAddress(bytes).getHostAddress());
    }
    return addresses;
  }
}
