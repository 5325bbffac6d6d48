package io.github.smc4j.contract;

/** On a machine without SMC the factories' sockets behave exactly as the JDK's. */
class FactoryOnTcpSocketContractIT extends SocketContract {
  FactoryOnTcpSocketContractIT() {
    super(new SmcTransport(), Nature.TCP, new LocalPeer());
  }
}
