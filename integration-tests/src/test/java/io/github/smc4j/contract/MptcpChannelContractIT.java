package io.github.smc4j.contract;

import org.junit.jupiter.params.provider.EnumSource;

@EnumSource
class MptcpChannelContractIT extends ChannelContract {
  MptcpChannelContractIT() {
    super(new MptcpTransport(), Nature.MPTCP, new LocalPeer());
  }
}
