package io.github.smc4j.contract;

/** On a machine without SMC the factories' channels behave exactly as the JDK's. */
class FactoryOnTcpChannelContractIT extends ChannelContract {
  FactoryOnTcpChannelContractIT() {
    super(new SmcTransport(), Nature.TCP, new LocalPeer());
  }
}
