package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("agent")
@EnumSource
class AgentChannelContractIT extends ChannelContract {
  AgentChannelContractIT() {
    super(new AgentTransport(), Nature.SMC_D, new LocalPeer());
  }
}
