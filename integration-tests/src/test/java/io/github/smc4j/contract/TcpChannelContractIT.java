package io.github.smc4j.contract;

import org.junit.jupiter.params.provider.EnumSource;

@EnumSource
class TcpChannelContractIT extends ChannelContract {
  TcpChannelContractIT() {
    super(new TcpTransport(), Nature.TCP, new LocalPeer());
  }
}
