package io.github.smc4j.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A gRPC call, on both of Netty's transports. In one JVM each, because that takes the better part
 * of a minute.
 */
@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class UnaryEchoIT {
  private static final Set<Variant> VARIANTS =
      EnumSet.of(Variant.TCP, Variant.TCP_WITHOUT_SMC, Variant.CONVERTED);

  private final Map<EventLoops, Figures> figures = new EnumMap<>(EventLoops.class);

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    for (EventLoops loops : EventLoops.values()) {
      String title = "Unary gRPC call with 64 bytes, " + loops + ": all, user, kernel";
      figures.put(
          loops,
          Figures.of(
              1, title, UnaryEcho.class, directory, VARIANTS, variant -> List.of(loops.name())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void overSmc_takesLessThanTcp(EventLoops loops) {
    figures.get(loops).assertThatRatio(Variant.CONVERTED, Variant.TCP).isLessThan(1.0);
  }

  @ParameterizedTest
  @EnumSource
  void withoutSmc_takesWhatNettysChannelTakes(EventLoops loops) {
    figures
        .get(loops)
        .assertThatRatio(Variant.TCP_WITHOUT_SMC, Variant.TCP)
        .isBetween(0.995, 1.005);
  }
}
