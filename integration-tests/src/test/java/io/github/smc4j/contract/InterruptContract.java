package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.junit.jupiter.api.Test;

/** An interrupt closes the channel that the thread is blocked on. */
interface InterruptContract extends Fixture {
  @Test
  default void interrupt_endsABlockedRead() throws IOException {
    Connection here = dialogue(new Behaviours.Drain()).here();
    Task<Integer> reading = Task.start(here::read).awaitBlocked();

    reading.interrupt();

    assertThatThrownBy(reading::result).isInstanceOf(ClosedByInterruptException.class);
    assertThat(here.isOpen()).isFalse();
  }

  @Test
  default void interrupt_endsABlockedAccept() throws IOException {
    Ends.Listening listening = listen();
    Task<Connection> accepting = Task.start(listening::accept).awaitBlocked();

    accepting.interrupt();

    assertThatThrownBy(accepting::result).isInstanceOf(ClosedByInterruptException.class);
  }

  @Test
  default void interrupt_endsABlockedConnect() throws IOException {
    FullBacklog silent = closing(new FullBacklog(family()));
    Connection here = open(silent.address());
    Task<Void> connecting = Task.run(() -> here.connect(silent.address())).awaitBlocked();

    connecting.interrupt();

    assertThatThrownBy(connecting::result).isInstanceOf(ClosedByInterruptException.class);
  }
}
