package io.github.smc4j.contract;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("agent")
@EnumSource
class AgentSocketContractIT extends SocketContract {
  AgentSocketContractIT() {
    super(new AgentTransport(), Nature.SMC_D, new LocalPeer());
  }

  /**
   * {@inheritDoc}
   *
   * <p>The streams are the JDK's, which takes an end for an end.
   */
  @Override
  public boolean readsAnAbortAsAReset() {
    return false;
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

  /**
   * {@inheritDoc}
   *
   * <p>What connects over SMC is another kernel socket than what is closed.
   */
  @Override
  public boolean closeWaitsForConnect() {
    return false;
  }
}
