package io.github.smc4j.contract;

import org.junit.jupiter.params.provider.EnumSource;

/** On a machine without SMC the factories' channels behave exactly as the JDK's. */
@EnumSource
class FactoryOnTcpChannelContractIT extends ChannelContract {
  FactoryOnTcpChannelContractIT() {
    super(new SmcTransport(), Nature.TCP, new LocalPeer());
  }
}
