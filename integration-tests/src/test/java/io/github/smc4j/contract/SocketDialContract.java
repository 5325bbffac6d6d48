package io.github.smc4j.contract;

/** The contracts of {@link java.net.Socket} in which matters who connects it. */
abstract class SocketDialContract extends ContractSuite
    implements ConnectContract,
        CloseContract,
        OptionsContract,
        SocketTimeoutContract,
        SocketSettersContract,
        VirtualThreadContract {
  SocketDialContract(Transport transport, Nature nature, Peer peer) {
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
}
