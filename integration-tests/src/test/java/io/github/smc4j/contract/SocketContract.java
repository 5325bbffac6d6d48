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
}
