package io.github.smc4j.contract;

class TcpChannelContractIT extends ChannelContract {
  TcpChannelContractIT() {
    super(new TcpTransport(), Nature.TCP, new LocalPeer());
  }
}
