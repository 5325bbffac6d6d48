package io.github.smc4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A gRPC call, on both of Netty's transports. */
@Tag("icount")
@TestInstance(Lifecycle.PER_CLASS)
class UnaryEchoIT {
  /** What a call takes, then the parts of it. */
  private final Map<EventLoops, Map<Variant, List<Long>>> figures = new EnumMap<>(EventLoops.class);

  @BeforeAll
  void measure(@TempDir Path directory) throws IOException, InterruptedException {
    for (EventLoops loops : EventLoops.values()) {
      measure(loops, directory, Variant.TCP, Variant.CONVERTED);
    }
    figures.forEach(this::print);
  }

  private void measure(EventLoops loops, Path directory, Variant... variants)
      throws IOException, InterruptedException {
    Map<Variant, List<Long>> measured = new EnumMap<>(Variant.class);
    for (Variant variant : variants) {
      measured.put(variant, variant.run(UnaryEcho.class, directory, List.of(loops.name())));
    }
    figures.put(loops, measured);
  }

  private void print(EventLoops loops, Map<Variant, List<Long>> measured) {
    System.out.printf(
        "%nUnary gRPC call with 64 bytes, %s, instructions%n  %-30s %8s %10s %10s %10s%n",
        loops, "", "all", "of TCP", "user", "kernel");
    measured.forEach(
        (variant, figure) ->
            System.out.printf(
                "  %-30s %8d %10.4f %10d %10d%n",
                variant.title(),
                figure.get(0),
                ratio(loops, variant, Variant.TCP),
                figure.get(1),
                figure.get(2)));
  }

  private double ratio(EventLoops loops, Variant variant, Variant reference) {
    Map<Variant, List<Long>> measured = figures.get(loops);
    return (double) measured.get(variant).get(0) / measured.get(reference).get(0);
  }

  @Test
  void overSmc_takesLessThanTcp() {
    for (EventLoops loops : EventLoops.values()) {
      assertThat(ratio(loops, Variant.CONVERTED, Variant.TCP)).as(loops.name()).isLessThan(1.0);
    }
  }
}
