package io.github.smc4j.contract;

import static org.awaitility.Awaitility.await;

import io.github.smc4j.Breaker;
import io.github.smc4j.Link;
import io.github.smc4j.SmcSocketFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;

/** Tests that break SMC-R between two machines, and leave it to the next as they found it. */
public abstract class BrokenSmcr {
  protected final RoceDevice device = new RoceDevice(new LocalPeer());
  private final Peer peer = RemotePeer.ofSystemProperty();
  private final RoceDevice deviceOfPeer = new RoceDevice(peer);

  /**
   * Without its own device gone, too, the peer would go on with a dead link group until it misses
   * the answer to a TEST LINK, and decline for half a minute what is offered to it.
   */
  @AfterEach
  void restoreSmcr() throws IOException {
    device.restore();
    deviceOfPeer.renew();
    try (Peer.Listener drain = listen(new Behaviours.Drain())) {
      InetSocketAddress address = drain.address();
      await().atMost(Task.PATIENCE).until(() -> isSmcr(address));
    }
  }

  private static boolean isSmcr(InetSocketAddress destination) throws IOException {
    Breaker.clear();
    try (Socket socket = new SmcSocketFactory().createSocket()) {
      socket.connect(destination);
      return Link.of(socket).kind() == Link.Kind.SMC_R;
    }
  }

  /** A listener of the other machine. */
  protected final Peer.Listener listen(Behaviour behaviour) throws IOException {
    return peer.listen(new SmcTransport(), Family.IPV4, behaviour);
  }

  /** New devices have no link group; the next connection makes one and confirms its first link. */
  protected final void withFirstLinkUnconfirmed(Task.Action action) throws Exception {
    device.renew();
    deviceOfPeer.renew();
    deviceOfPeer.block();
    try {
      action.run();
      awaitEndOfConfirming();
    } finally {
      deviceOfPeer.unblock();
    }
  }

  /** Confirmed late, it would be of a link group that outlives the peer's, and be taken again. */
  private void awaitEndOfConfirming() {
    await().atMost(Task.PATIENCE).until(() -> !device.isConfirmingLink());
  }
}
