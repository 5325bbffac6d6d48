package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("agent")
@EnumSource
class AgentChannelContractIT extends ChannelContract {
  AgentChannelContractIT() {
    super(new AgentTransport(), Nature.SMC_D, new LocalPeer());
  }

  /**
   * {@inheritDoc}
   *
   * <p>What was set before the agent comes is carried over to a socket that takes it.
   */
  @Override
  public boolean refuses(Option option, boolean connected) {
    return connected && super.refuses(option, connected);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The agent does not know the destination when the address is bound.
   */
  @Override
  public Nature natureWhenBoundBefore() {
    return Nature.TCP;
  }
}
