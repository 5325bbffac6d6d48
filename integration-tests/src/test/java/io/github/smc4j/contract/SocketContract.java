package io.github.smc4j.contract;

/** The contracts of {@link java.net.Socket} and {@link java.net.ServerSocket}. */
abstract class SocketContract extends ContractSuite
    implements ConnectContract,
        AcceptContract,
        TransferContract,
        HalfCloseContract,
        CloseContract,
        AbortContract,
        OptionsContract,
        SocketTimeoutContract,
        UrgentDataContract,
        SocketSettersContract,
        VirtualThreadContract,
        ManyConnectionsContract {
  SocketContract(Transport transport, Nature nature, Peer peer) {
    super(transport, new SocketEnds(transport), nature, peer);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A {@code java.net} socket becomes an SMC socket only when it is connected or bound. Where
   * AF_SMC refuses an option that was set before, IPPROTO_SMC is taken.
   */
  @Override
  public boolean refuses(Option option, boolean connected) {
    return (connected || !nature().isSmc()) && OptionsContract.super.refuses(option, connected);
  }

  /**
   * {@inheritDoc}
   *
   * <p>JDK 17 calls shutdown before it wakes the connecting thread, and smc_shutdown waits for the
   * lock that smc_connect holds until the TCP handshake is over (net/smc/af_smc.c). JDK 25 does so
   * only when the socket is connected (NioSocketImpl.close).
   */
  @Override
  public boolean closeWaitsForConnect() {
    return nature().isSmc() && Runtime.version().feature() == 17;
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
