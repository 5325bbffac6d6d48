package io.github.smc4j.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.kernel.NativeLibrary;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveFramesTest {
  @BeforeAll
  static void loadLibrary() throws Exception {
    NativeLibrary.load(null, null);
  }

  @Test
  void locals_showThisAndTheParametersOfTheFrameWanted() {
    LiveFrames frames = new LiveFrames();
    InetSocketAddress address = InetSocketAddress.createUnresolved("kafka", 9092);

    Object[] locals = dial(frames, address);

    assertThat(locals[0]).isSameAs(this);
    assertThat(locals[2]).isSameAs(address);
  }

  @Test
  void locals_areEmptyWhenNoFrameIsWanted() {
    assertThat(new LiveFrames().locals(frame -> false, 10)).isEmpty();
  }

  /**
   * Compiled code keeps only what is still needed, so the loop lasts long enough for both
   * compilers.
   */
  @Test
  void locals_staySoInCompiledCode() {
    LiveFrames frames = new LiveFrames();
    InetSocketAddress[] addresses = {
      InetSocketAddress.createUnresolved("one", 1), InetSocketAddress.createUnresolved("two", 2)
    };

    for (int i = 0; i < 20_000; i++) {
      InetSocketAddress address = addresses[i & 1];
      Object[] locals = dial(frames, address);
      assertThat(locals[0] == this && locals[2] == address).isTrue();
    }
  }

  private Object[] dial(LiveFrames frames, InetSocketAddress address) {
    Object[] locals = open(frames);
    assertThat(address.getPort()).isPositive();
    assertThat(this).isNotNull();
    return locals;
  }

  private static Object[] open(LiveFrames frames) {
    return frames.locals(frame -> frame.getMethodName().equals("dial"), 8).orElseThrow();
  }
}
