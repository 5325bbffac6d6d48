package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("lab")
@EnumSource
class SmcdChannelContractIT extends ChannelContract {
  SmcdChannelContractIT() {
    super(new SmcTransport(), Nature.SMC_D, new LocalPeer());
  }
}
