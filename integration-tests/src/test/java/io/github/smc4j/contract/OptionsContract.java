package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.smc4j.contract.Transport.Setup;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every option that the JDK supports keeps the value it was given, or is refused at once. */
interface OptionsContract extends Fixture {
  /** Whether an option cannot be set. */
  default boolean refuses(Option option, boolean connected) {
    return option.isRefusedBy(nature(), connected);
  }

  @TestFactory
  default Stream<DynamicTest> option_setBeforeConnectHoldsAfterwards() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Drain());
    return forEachOption(
        open(listener.address()),
        false,
        option -> ends().open(listener.address(), option::set).close(),
        option -> {
          Connection here = closing(ends().open(listener.address(), option::set));
          here.connect(listener.address());
          new Dialogue(here, listener.next()).insistOn(nature());
          option.verify(here, nature());
        });
  }

  @TestFactory
  default Stream<DynamicTest> option_setBeforeBindHoldsAfterwards() throws IOException {
    return forEachOption(
        listen(),
        false,
        option -> ends().listen(here(), option::set).close(),
        option -> {
          Ends.Listening listening = closing(ends().listen(here(), option::set));
          option.verify(listening, nature());
          Peer.Conversation there = peerConnects(listening.address(), new Behaviours.Drain());
          new Dialogue(closing(listening.accept()), there).insistOn(nature());
        });
  }

  @TestFactory
  default Stream<DynamicTest> option_setOnAConnectionHolds() throws IOException {
    return forEachOptionOf(dialogue(new Behaviours.Drain()).here());
  }

  @TestFactory
  default Stream<DynamicTest> option_setOnAnAcceptedConnectionHolds() throws IOException {
    return forEachOptionOf(acceptedDialogue(new Behaviours.Drain()).here());
  }

  private Stream<DynamicTest> forEachOptionOf(Connection here) {
    return forEachOption(
        here,
        true,
        option -> option.set(here),
        option -> {
          option.set(here);
          option.verify(here, nature());
        });
  }

  /** One test per option supported; an option that is none of {@link Option} fails its test. */
  private Stream<DynamicTest> forEachOption(
      Options supporting, boolean connected, Setup<Option> refused, Setup<Option> held) {
    return supporting.supportedOptions().stream()
        .map(SocketOption::name)
        .sorted()
        .map(
            name ->
                dynamicTest(
                    name,
                    () -> {
                      Option option = Option.valueOf(name);
                      if (refuses(option, connected)) {
                        assertRefused(() -> refused.apply(option));
                      } else {
                        held.apply(option);
                      }
                    }));
  }

  private static void assertRefused(Executable setting) {
    assertThatThrownBy(setting::execute)
        .isInstanceOfAny(SocketException.class, UnsupportedOperationException.class);
  }
}
