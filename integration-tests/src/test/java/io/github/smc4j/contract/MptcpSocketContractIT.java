package io.github.smc4j.contract;

class MptcpSocketContractIT extends SocketContract {
  MptcpSocketContractIT() {
    super(new MptcpTransport(), Nature.MPTCP, new LocalPeer());
  }
}
