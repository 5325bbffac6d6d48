package io.github.smc4j.contract;

import org.junit.jupiter.params.provider.EnumSource;

/** On a machine without SMC the factories' sockets behave exactly as the JDK's. */
@EnumSource
class FactoryOnTcpSocketContractIT extends SocketContract {
  FactoryOnTcpSocketContractIT() {
    super(new SmcTransport(), Nature.TCP, new LocalPeer());
  }
}
