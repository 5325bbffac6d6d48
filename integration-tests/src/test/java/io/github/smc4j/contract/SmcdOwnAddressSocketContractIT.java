package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Over loopback the JDK dials, and to other IPv4 destinations smc4j does in its stead: to this one,
 * too.
 */
@Tag("lab")
@EnumSource(names = "IPV4")
class SmcdOwnAddressSocketContractIT extends SocketDialContract {
  SmcdOwnAddressSocketContractIT() {
    super(new SmcTransport(), Nature.SMC_D, new OwnAddress());
  }
}
