package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.junit.jupiter.api.Test;

/** Connections that end before everything was read. */
interface AbortContract extends Fixture {
  /**
   * Whether a peer that closes with data unread resets the connection. SMC tells it too, but only
   * through SO_ERROR: reading meets the end of the stream first (smc_rx_recvmsg in
   * net/smc/smc_rx.c).
   */
  default boolean readsAnAbortAsAReset() {
    return !nature().isSmc();
  }

  @Test
  default void close_ofThePeerWithUnreadDataIsNoticed() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.CloseUnread());

    dialogue.here().write(Pattern.bytes(1000));
    dialogue.there().received();

    if (readsAnAbortAsAReset()) {
      assertThatThrownBy(dialogue.here()::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Connection reset");
    } else {
      assertThat(dialogue.here().read()).as("an abort over SMC").isEqualTo(-1);
    }
  }

  @Test
  default void write_toAClosedPeerFailsSoon() throws IOException {
    assumeTrue(nature().tellsWritersThatThePeerHasClosed(), "MPTCP waits for another path");
    Dialogue dialogue = dialogue(new Behaviours.Close());
    dialogue.there().received();
    assertThat(dialogue.here().read()).isEqualTo(-1);

    assertThatThrownBy(
            () -> {
              while (true) {
                dialogue.here().write(Pattern.bytes(1000));
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageMatching(".*(Broken pipe|Connection reset).*");
  }

  @Test
  default void close_withLingerZeroThrowsAwayWhatThePeerHasNotReadOnlyOverTcp() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.Drain().onCue());
    dialogue.here().set(StandardSocketOptions.SO_LINGER, 0);
    dialogue.here().write(Pattern.bytes(1000));

    dialogue.here().close();
    dialogue.there().cue();

    if (nature().resetsWithLingerZero()) {
      assertThatThrownBy(dialogue.there()::received)
          .isInstanceOf(IOException.class)
          .hasStackTraceContaining("Connection reset");
    } else {
      assertThat(dialogue.there().received()).isEqualTo(1000);
    }
  }

  @Test
  default void close_withLingerDeliversWhatWasWrittenBefore() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.Sink(30_000));
    dialogue.here().set(StandardSocketOptions.SO_LINGER, 30);

    dialogue.here().write(Pattern.bytes(30_000));
    dialogue.here().close();

    assertThat(dialogue.there().received()).isEqualTo(30_000);
  }
}
