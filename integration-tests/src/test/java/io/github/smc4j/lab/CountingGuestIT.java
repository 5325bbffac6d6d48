package io.github.smc4j.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What tests may rely on in a guest whose clock counts instructions. */
@Tag("icount")
class CountingGuestIT {
  private final ByteBuffer data = ByteBuffer.allocateDirect(1 << 20);

  @Test
  void theSameWorkTakesTheSameTimeAgain() {
    work(500);
    long time = work(500);
    assertThat(work(500)).isCloseTo(time, withinPercentage(2));
  }

  /** The nanoseconds that a number of checksums take: plain instructions, no system call. */
  private long work(int rounds) {
    CRC32 sum = new CRC32();
    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      sum.update(data.clear());
    }
    return System.nanoTime() - start;
  }
}
