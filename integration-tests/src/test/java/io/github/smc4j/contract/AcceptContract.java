package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.contract.Transport.Setup;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listening and accepting. */
interface AcceptContract extends Fixture {
  @Test
  default void accept_returnsTheConnectionOfTheOneWhoConnected() throws IOException {
    Ends.Listening listening = listen();
    Peer.Conversation there = peerConnects(listening.address(), new Behaviours.Echo());

    Connection here = closing(listening.accept());

    new Dialogue(here, there).insistOn(nature());
    assertThat(here.local()).isEqualTo(listening.address());
    assertThat(here.remote().getPort()).isEqualTo(there.port());
    here.write(Pattern.bytes(1000));
    assertThat(here.readExactly(1000)).isEqualTo(Pattern.bytes(1000));
  }

  @Test
  default void accept_returnsConnectionsMadeBeforeIt() throws IOException {
    Ends.Listening listening = listen();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ports.add(peerConnects(listening.address(), new Behaviours.Echo()).port());
    }

    List<Integer> accepted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      accepted.add(closing(listening.accept()).remote().getPort());
    }

    assertThat(accepted).containsExactlyInAnyOrderElementsOf(ports);
  }

  @Test
  default void accept_endsWhenAnotherThreadCloses() throws IOException {
    Ends.Listening listening = listen();
    Task<Connection> accepting = Task.start(listening::accept).awaitBlocked();

    listening.close();

    assertThatThrownBy(accepting::result).isInstanceOf(ends().whenClosedByAnotherThread());
  }

  @Test
  default void close_ofTheListenerLeavesItsConnectionsAlone() throws IOException {
    Ends.Listening listening = listen();
    peerConnects(listening.address(), new Behaviours.Echo());
    Connection here = closing(listening.accept());

    listening.close();

    here.write(Pattern.bytes(1000));
    assertThat(here.readExactly(1000)).isEqualTo(Pattern.bytes(1000));
  }

  @Test
  default void close_ofTheListenerTurnsTheNextOneAway() throws IOException {
    Ends.Listening listening = listen();
    InetSocketAddress address = listening.address();

    listening.close();

    Peer.Conversation there = peerConnects(address, new Behaviours.Echo());
    assertThatThrownBy(there::port)
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("Connection refused");
  }

  @Test
  default void bind_failsWhereAnotherListens() throws IOException {
    InetSocketAddress taken = listen().address();

    assertThatThrownBy(() -> ends().listen(taken, Setup.none()))
        .isInstanceOf(BindException.class)
        .hasMessageContaining("Address already in use");
  }

  @Test
  default void bind_succeedsWhileClosedConnectionsOfThePortLinger() throws IOException {
    Ends.Listening listening = listen();
    InetSocketAddress address = listening.address();
    Peer.Conversation there = peerConnects(address, new Behaviours.Drain());
    listening.accept().close();
    assertThat(there.received()).isZero();
    listening.close();

    Ends.Listening again = closing(ends().listen(address, Setup.none()));

    peerConnects(address, new Behaviours.Echo());
    Connection here = closing(again.accept());
    here.write(new byte[] {42});
    assertThat(here.read()).isEqualTo(42);
  }
}
