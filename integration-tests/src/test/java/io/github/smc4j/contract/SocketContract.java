package io.github.smc4j.contract;

/** The contracts of {@link java.net.Socket} and {@link java.net.ServerSocket}. */
abstract class SocketContract extends SocketDialContract
    implements AcceptContract,
        TransferContract,
        HalfCloseContract,
        AbortContract,
        UrgentDataContract,
        ManyConnectionsContract {
  SocketContract(Transport transport, Nature nature, Peer peer) {
    super(transport, nature, peer);
  }

  /**
   * {@inheritDoc}
   *
   * <p>smc_shutdown wakes nobody when only reading is shut down (net/smc/af_smc.c). The JDK wakes
   * the readers of a channel, but not those of a socket.
   */
  @Override
  public boolean shutdownInputWakesReaders() {
    return !nature().isSmc();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The streams of our sockets look at the error when the stream ends.
   */
  @Override
  public boolean readsAnAbortAsAReset() {
    return true;
  }
}
