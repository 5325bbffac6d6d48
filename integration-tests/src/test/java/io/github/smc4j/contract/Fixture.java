package io.github.smc4j.contract;

import io.github.smc4j.contract.Transport.Setup;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/** What a contract's tests have at hand. Whatever is opened here is closed after the test. */
interface Fixture {
  Transport transport();

  Ends ends();

  /** What every connection of the suite has to run on. */
  Nature nature();

  Family family();

  Peer peer();

  /**
   * The largest size in bytes of a single write; smaller with IPv6, whose data path is the same.
   */
  default int largestTransfer() {
    return family() == Family.IPV4 ? nature().largestTransfer() : 1 << 20;
  }

  /** Leaves {@code resource} to be closed after the test. */
  <C extends Closeable> C closing(C resource);

  /** An address of this machine at which the peer reaches it, port 0. */
  InetSocketAddress here() throws IOException;

  /** The address of a port at the peer's machine where nobody listens. */
  InetSocketAddress nobody() throws IOException;

  default Peer.Listener peerListens(Behaviour behaviour) throws IOException {
    return closing(peer().listen(transport(), family(), behaviour));
  }

  default Peer.Conversation peerConnects(InetSocketAddress destination, Behaviour behaviour)
      throws IOException {
    return closing(peer().connect(transport(), destination, behaviour));
  }

  default Connection open(InetSocketAddress destination) throws IOException {
    return closing(ends().open(destination, Setup.none()));
  }

  default Connection connect(InetSocketAddress destination) throws IOException {
    Connection connection = open(destination);
    connection.connect(destination);
    return connection;
  }

  default Ends.Listening listen() throws IOException {
    return closing(ends().listen(here(), Setup.none()));
  }

  /** Connects to a peer of that behaviour and sees that both ends run on what they should. */
  default Dialogue dialogue(Behaviour behaviour) throws IOException {
    Peer.Listener listener = peerListens(behaviour);
    Connection here = connect(listener.address());
    return new Dialogue(here, listener.next()).insistOn(nature());
  }

  /** As {@link #dialogue}, but it is the peer who connects. */
  default Dialogue acceptedDialogue(Behaviour behaviour) throws IOException {
    Ends.Listening listening = listen();
    Peer.Conversation there = peerConnects(listening.address(), behaviour);
    return new Dialogue(closing(listening.accept()), there).insistOn(nature());
  }
}
