package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.EnumSource;

/** SMC-R version 2 is for IPv4 alone. */
@Tag("pair")
@EnumSource(names = "IPV4")
class SmcrSocketContractIT extends SocketContract {
  SmcrSocketContractIT() {
    super(new SmcTransport(), Nature.SMC_R, RemotePeer.ofSystemProperty());
  }
}
