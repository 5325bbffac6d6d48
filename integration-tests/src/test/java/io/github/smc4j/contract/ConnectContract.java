package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/** A blocking connect succeeds, or fails as it does over TCP. */
interface ConnectContract extends Fixture {
  @Test
  default void connect_reachesTheListener() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Echo());

    Connection here = connect(listener.address());

    Peer.Conversation there = listener.next();
    new Dialogue(here, there).insistOn(nature());
    assertThat(here.remote()).isEqualTo(listener.address());
    assertThat(here.local().getAddress()).isEqualTo(here().getAddress());
    assertThat(there.port()).isEqualTo(here.remote().getPort());
  }

  /** What a connection runs on that is made from an address bound before. */
  default Nature natureWhenBoundBefore() {
    return nature();
  }

  @Test
  default void connect_leavesFromTheAddressBoundBefore() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Echo());
    Connection here = open(listener.address());

    here.bind(here());
    InetSocketAddress bound = here.local();
    here.connect(listener.address());

    new Dialogue(here, listener.next()).insistOn(natureWhenBoundBefore());
    assertThat(bound.getPort()).isPositive();
    assertThat(here.local()).isEqualTo(bound);
  }

  @Test
  default void connect_reachesAListenerThatClosesAtOnce() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Source(5));
    for (int i = 0; i < nature().rounds(); i++) {
      Connection here = connect(listener.address());

      assertThat(here.readExactly(5)).isEqualTo(Pattern.bytes(5));
      assertThat(here.read()).isNegative();
      here.close();
    }
  }

  @Test
  default void connect_failsWhenNobodyListens() throws IOException {
    InetSocketAddress nobody = nobody();
    Connection here = open(nobody);

    assertThatThrownBy(() -> here.connect(nobody))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  default void connect_failsWhenTheNetworkIsUnreachable() throws IOException {
    InetSocketAddress unreachable = new InetSocketAddress(family().unreachable(), 9);
    Connection here = open(unreachable);

    assertThatThrownBy(() -> here.connect(unreachable))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("Network is unreachable");
  }

  /** Whether closing blocks while another thread connects. */
  default boolean closeWaitsForConnect() {
    return false;
  }

  @Test
  default void connect_endsWhenAnotherThreadCloses() throws Exception {
    FullBacklog silent = closing(new FullBacklog(family()));
    Connection here = open(silent.address());
    Task<Void> connecting = Task.run(() -> here.connect(silent.address())).awaitBlocked();

    Task<Void> closing = Task.run(here::close);
    if (closeWaitsForConnect()) {
      closing.awaitBlocked();
      silent.close();
    }

    closing.result();
    assertThatThrownBy(connecting::result).isInstanceOf(IOException.class);
  }

  @Test
  default void connect_isRefusedASecondTime() throws IOException {
    Peer.Listener listener = peerListens(new Behaviours.Echo());
    Connection here = connect(listener.address());

    assertThatThrownBy(() -> here.connect(listener.address())).isInstanceOf(Exception.class);

    here.write(new byte[] {42});
    assertThat(here.read()).isEqualTo(42);
  }
}
