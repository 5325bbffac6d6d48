package io.github.smc4j.contract;

import org.junit.jupiter.params.provider.EnumSource;

@EnumSource
class MptcpSocketContractIT extends SocketContract {
  MptcpSocketContractIT() {
    super(new MptcpTransport(), Nature.MPTCP, new LocalPeer());
  }
}
