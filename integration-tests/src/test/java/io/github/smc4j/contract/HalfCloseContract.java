package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Each direction of a connection ends on its own. */
interface HalfCloseContract extends Fixture {
  @Test
  default void shutdownOutput_endsThePeersReadingAndLetsItsAnswerThrough() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.Answer(new Behaviours.Sink(100_000)));

    dialogue.here().write(Pattern.bytes(100_000));
    dialogue.here().shutdownOutput();

    byte[] answer = dialogue.here().readExactly(Long.BYTES);
    assertThat(ByteBuffer.wrap(answer).getLong()).isEqualTo(100_000);
    assertThat(dialogue.here().read()).isEqualTo(-1);
  }

  @Test
  default void shutdownOutput_refusesFurtherWrites() throws IOException {
    Connection here = dialogue(new Behaviours.Drain()).here();

    here.shutdownOutput();

    assertThatThrownBy(() -> here.write(new byte[] {1})).isInstanceOf(IOException.class);
  }

  @Test
  default void shutdownOutput_byThePeerEndsReadingButNotWriting() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.HalfClose(new Behaviours.Sink(100_000)).onCue());

    dialogue.there().cue();
    assertThat(dialogue.here().read()).isEqualTo(-1);
    dialogue.here().write(Pattern.bytes(100_000));
    dialogue.here().shutdownOutput();

    assertThat(dialogue.there().received()).isEqualTo(100_000);
  }

  @Test
  default void shutdownInput_endsReadingButNotWriting() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.Sink(100_000));

    dialogue.here().shutdownInput();

    assertThat(dialogue.here().read()).isEqualTo(-1);
    dialogue.here().write(Pattern.bytes(100_000));
    dialogue.here().shutdownOutput();
    assertThat(dialogue.there().received()).isEqualTo(100_000);
  }

  /** Whether a thread that is reading already learns of shutdownInput before anything comes. */
  default boolean shutdownInputWakesReaders() {
    return true;
  }

  @Test
  default void shutdownInput_endsABlockedRead() throws Exception {
    Dialogue dialogue = dialogue(new Behaviours.Close().onCue());
    Task<Integer> reading = Task.start(dialogue.here()::read).awaitBlocked();

    dialogue.here().shutdownInput();
    if (!shutdownInputWakesReaders()) {
      dialogue.there().cue();
    }

    assertThat(reading.result()).isEqualTo(-1);
  }
}
