package io.github.smc4j.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.smc4j.contract.Transport.Setup;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every option that the JDK supports keeps the value it was given, whenever that was. */
interface OptionsContract extends Fixture {
  @TestFactory
  default Stream<DynamicTest> option_setBeforeConnectHoldsAfterwards() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Drain());
    return forEachOption(
        open(listener.address()),
        option -> {
          Connection here = closing(ends().open(listener.address(), option::set));
          here.connect(listener.address());
          new Dialogue(here, listener.next()).insistOn(nature());
          option.verify(here);
        });
  }

  @TestFactory
  default Stream<DynamicTest> option_setOnAConnectionHolds() throws IOException {
    Connection here = dialogue(new Behaviours.Drain()).here();
    return forEachOption(
        here,
        option -> {
          option.set(here);
          option.verify(here);
        });
  }

  @TestFactory
  default Stream<DynamicTest> option_setOnAnAcceptedConnectionHolds() throws IOException {
    Connection here = acceptedDialogue(new Behaviours.Drain()).here();
    return forEachOption(
        here,
        option -> {
          option.set(here);
          option.verify(here);
        });
  }

  @TestFactory
  default Stream<DynamicTest> option_setBeforeBindHoldsAfterwards() throws IOException {
    return forEachOption(
        listen(),
        option -> {
          Ends.Listening listening = closing(ends().listen(here(), option::set));
          option.verify(listening);
          Peer.Conversation there = peerConnects(listening.address(), new Behaviours.Drain());
          new Dialogue(closing(listening.accept()), there).insistOn(nature());
          option.verify(listening);
        });
  }

  /** One test per option supported; an option that is none of {@link Option} fails its test. */
  private static Stream<DynamicTest> forEachOption(Options supporting, Setup<Option> test) {
    return supporting.supportedOptions().stream()
        .map(option -> option.name())
        .sorted()
        .map(name -> dynamicTest(name, () -> test.apply(Option.valueOf(name))));
  }
}
