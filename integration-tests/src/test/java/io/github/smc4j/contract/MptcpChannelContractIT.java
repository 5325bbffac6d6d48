package io.github.smc4j.contract;

class MptcpChannelContractIT extends ChannelContract {
  MptcpChannelContractIT() {
    super(new MptcpTransport(), Nature.MPTCP, new LocalPeer());
  }
}
