package io.github.smc4j.internal.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replays what is kept of what the fuzzers found. */
class KeptFuzzerInputsTest {
  @Test
  void sockDiag_isReadOrRefused() throws IOException, URISyntaxException {
    replay("SmcDiagFuzzer", SmcDiagFuzzer::fuzzerTestOneInput);
  }

  @Test
  void genericNetlink_isReadOrRefused() throws IOException, URISyntaxException {
    replay("GenericNetlinkFuzzer", GenericNetlinkFuzzer::fuzzerTestOneInput);
  }

  private static void replay(String fuzzer, Consumer<byte[]> target)
      throws IOException, URISyntaxException {
    List<Path> inputs = inputs(fuzzer);
    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      byte[] bytes = Files.readAllBytes(input);
      assertThatCode(() -> target.accept(bytes)).as("%s", input).doesNotThrowAnyException();
    }
  }

  private static List<Path> inputs(String fuzzer) throws IOException, URISyntaxException {
    Path directory =
        Path.of(KeptFuzzerInputsTest.class.getResource("/netlink/fuzzers/" + fuzzer).toURI());
    try (Stream<Path> inputs = Files.list(directory)) {
      return inputs.toList();
    }
  }
}
