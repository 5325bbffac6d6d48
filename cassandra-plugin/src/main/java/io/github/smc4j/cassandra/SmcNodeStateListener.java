package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.metadata.NodeStateListenerBase;

/**
 * Puts the session on SMC that makes it, by its place in {@code
 * datastax-java-driver.advanced.node-state-listener.classes}, and listens to nothing.
 */
public final class SmcNodeStateListener extends NodeStateListenerBase {
  /**
   * For the driver.
   *
   * @param context of the session
   * @throws io.github.smc4j.SmcConfigurationException if the settings are wrong, or require SMC
   *     where it cannot be had
   */
  public SmcNodeStateListener(DriverContext context) {
    Installation.into(context);
  }

  @Override
  public void close() {}
}
