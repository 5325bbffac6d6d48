package io.github.smc4j.contract;

/**
 * The contracts of {@link java.nio.channels.SocketChannel} and {@link
 * java.nio.channels.ServerSocketChannel}.
 */
abstract class ChannelContract extends ContractSuite
    implements ConnectContract,
        AcceptContract,
        TransferContract,
        HalfCloseContract,
        CloseContract,
        AbortContract,
        OptionsContract,
        InterruptContract,
        NonBlockingContract,
        SelectorContract,
        ChannelTransferContract,
        VirtualThreadContract,
        ManyConnectionsContract {
  ChannelContract(Transport transport, Nature nature, Peer peer) {
    super(transport, new ChannelEnds(transport), nature, peer);
  }
}
