package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;

@Tag("lab")
class SmcdChannelContractIT extends ChannelContract {
  SmcdChannelContractIT() {
    super(new SmcTransport(), Nature.SMC_D, new LocalPeer());
  }
}
