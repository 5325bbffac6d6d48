package io.github.smc4j.contract;

import org.junit.jupiter.params.provider.EnumSource;

@EnumSource
class TcpSocketContractIT extends SocketContract {
  TcpSocketContractIT() {
    super(new TcpTransport(), Nature.TCP, new LocalPeer());
  }
}
