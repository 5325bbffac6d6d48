package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes arrive: all of them, unchanged, in their order. */
interface TransferContract extends Fixture {
  @Test
  default void write_ofEverySizeArrivesUnchanged() throws IOException {
    List<Integer> sizes = Pattern.sizesUpTo(largestTransfer());
    Dialogue dialogue = dialogue(new Behaviours.Sink(sizes));

    send(dialogue.here(), sizes);
    dialogue.here().shutdownOutput();

    assertThat(dialogue.there().received()).isEqualTo(total(sizes));
  }

  @Test
  default void read_ofEverySizeComesUnchanged() throws IOException {
    List<Integer> sizes = Pattern.sizesUpTo(largestTransfer());
    Connection here = dialogue(new Behaviours.Source(sizes)).here();

    receive(here, sizes);

    assertThat(here.read()).isEqualTo(-1);
  }

  @Test
  default void transfer_ofEverySizeBothWaysAtOnceStaysUnchanged() throws Exception {
    List<Integer> sizes = Pattern.sizesUpTo(largestTransfer() / 8);
    Connection here = dialogue(new Behaviours.Echo()).here();
    Task<Void> sending =
        Task.run(
            () -> {
              send(here, sizes);
              here.shutdownOutput();
            });

    receive(here, sizes);

    assertThat(here.read()).isEqualTo(-1);
    sending.result();
  }

  @Test
  default void transfer_ofEverySizeOnAnAcceptedConnectionStaysUnchanged() throws Exception {
    List<Integer> sizes = Pattern.sizesUpTo(largestTransfer() / 8);
    Connection here = acceptedDialogue(new Behaviours.Echo()).here();
    Task<Void> sending = Task.run(() -> send(here, sizes));

    receive(here, sizes);

    sending.result();
  }

  @Test
  default void transfer_byteByByteStaysUnchanged() throws IOException {
    Connection here = dialogue(new Behaviours.Source(2000)).here();

    byte[] pattern = Pattern.bytes(2000);
    for (int i = 0; i < pattern.length; i++) {
      assertThat(here.read()).as("byte %d", i).isEqualTo(pattern[i] & 0xff);
    }
  }

  @Test
  default void transfer_toAndFroKeepsItsTurns() throws IOException {
    Connection here = dialogue(new Behaviours.Echo()).here();

    for (int round = 1; round <= nature().rounds(); round++) {
      here.write(Pattern.bytes(round));
      byte[] answer = here.readExactly(round);
      Pattern.verify(answer, round, 0);
    }
  }

  @Test
  default void write_waitsForASlowReaderAndLosesNothing() throws Exception {
    int size = nature().largestTransfer();
    Dialogue dialogue = dialogue(new Behaviours.Sink(size).onCue());
    Task<Void> writing =
        Task.run(
                () -> {
                  dialogue.here().write(Pattern.bytes(size));
                  dialogue.here().shutdownOutput();
                })
            .awaitBlocked();

    dialogue.there().cue();

    writing.result();
    assertThat(dialogue.there().received()).isEqualTo(size);
  }

  @Test
  default void write_ofNothingSendsNothing() throws IOException {
    Dialogue dialogue = dialogue(new Behaviours.Sink(1));

    dialogue.here().write(new byte[0]);
    dialogue.here().write(Pattern.bytes(1));
    dialogue.here().write(new byte[0]);
    dialogue.here().shutdownOutput();

    assertThat(dialogue.there().received()).isEqualTo(1);
  }

  private static void send(Connection connection, List<Integer> sizes) throws IOException {
    for (int size : sizes) {
      connection.write(Pattern.bytes(size));
    }
  }

  private static void receive(Connection connection, List<Integer> sizes) throws IOException {
    for (int size : sizes) {
      Pattern.verify(connection.readExactly(size), size, 0);
    }
  }

  private static long total(List<Integer> sizes) {
    return sizes.stream().mapToLong(Integer::longValue).sum();
  }
}
