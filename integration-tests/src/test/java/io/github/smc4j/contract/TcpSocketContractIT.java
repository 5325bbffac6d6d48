package io.github.smc4j.contract;

class TcpSocketContractIT extends SocketContract {
  TcpSocketContractIT() {
    super(new TcpTransport(), Nature.TCP, new LocalPeer());
  }
}
