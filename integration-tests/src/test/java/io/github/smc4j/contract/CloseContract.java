package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Closing: nothing written is lost, and nobody stays blocked. */
interface CloseContract extends Fixture {
  @Test
  default void close_deliversWhatWasWrittenBefore() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.Sink(30_000));

    dialogue.here().write(Pattern.bytes(30_000));
    dialogue.here().close();

    assertThat(dialogue.there().received()).isEqualTo(30_000);
  }

  @Test
  default void close_byThePeerEndsReadingAfterTheLastByte() throws IOException {
    Connection here = dialogue(new Behaviours.Source(30_000)).here();

    Pattern.verify(here.readExactly(30_000), 30_000, 0);

    assertThat(here.read()).isEqualTo(-1);
    assertThat(here.read()).as("at the end once more").isEqualTo(-1);
  }

  @Test
  default void close_endsABlockedRead() throws IOException {
    Connection here = dialogue(new Behaviours.Drain()).here();
    Task<Integer> reading = Task.start(here::read).awaitBlocked();

    here.close();

    assertThatThrownBy(reading::result).isInstanceOf(ends().whenClosedByAnotherThread());
  }

  @Test
  default void close_endsABlockedWrite() throws IOException {
    Connection here = dialogue(new Behaviours.Close().onCue()).here();
    Task<Void> writing =
        Task.run(
                () -> {
                  while (true) {
                    here.write(Pattern.bytes(1 << 20));
                  }
                })
            .awaitBlocked();

    here.close();

    assertThatThrownBy(writing::result).isInstanceOf(ends().whenClosedByAnotherThread());
  }

  @Test
  default void close_refusesFurtherUse() throws IOException {
    Connection here = dialogue(new Behaviours.Drain()).here();

    here.close();

    assertThatThrownBy(here::read).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> here.write(new byte[] {1})).isInstanceOf(IOException.class);
    assertThatCode(here::close).as("closing again").doesNotThrowAnyException();
  }

  @Test
  default void close_ofAnEndNeverConnectedDoesNothing() throws IOException {
    Connection here = open(nobody());

    here.close();

    assertThat(here.isOpen()).isFalse();
  }
}
